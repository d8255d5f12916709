package com.nanospace.local.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The services of the suite. */
public enum Service {
  IDENTITY("identity-service"),
  PROPERTY("property-service"),
  BOOKING("booking-service"),
  NOTIFICATION("notification-service"),
  GATEWAY("gateway");

  private final String module;

  Service(String module) {
    this.module = module;
  }

  /** The Maven module it is built in. */
  public String module() {
    return module;
  }

  /** What people and log files call it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean hasDatabase() {
    return this != GATEWAY;
  }

  /** Name of its database and of the role that owns it. */
  public String database() {
    return label();
  }

  public static List<String> databases() {
    return Arrays.stream(values()).filter(Service::hasDatabase).map(Service::database).toList();
  }
}
