package com.nanospace.local.service;

import java.util.Map;

/** The first admin of the one-machine run; a production profile refuses this password. */
public record Admin(String email, String password) {
  static final String EMAIL = "admin@nanospace.com";
  static final String PASSWORD = "Admin@123";

  /** As the services are told: what {@code outside} sets counts. */
  public static Admin of(Map<String, String> outside) {
    return new Admin(
        outside.getOrDefault("NANOSPACE_ADMIN_EMAIL", EMAIL),
        outside.getOrDefault("NANOSPACE_ADMIN_PASSWORD", PASSWORD));
  }
}
