package com.nanospace.local.service;

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

  /** Whether it keeps data of its own; what several gateways count together is none. */
  public boolean hasDatabase() {
    return this != GATEWAY;
  }

  /** Name of its database and of the role that owns it. */
  public String database() {
    return label();
  }
}
