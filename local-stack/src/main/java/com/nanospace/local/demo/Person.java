package com.nanospace.local.demo;

import java.util.Locale;
import java.util.Map;

/** Someone of the data set, who signs in with the one password they all have. */
record Person(String fullName, String email, String phone, String role) {
  static final String PASSWORD = "nano space demo";

  static Person owner(String fullName, int number) {
    return new Person(fullName, email(fullName, "owner"), phone(9_820_000_000L, number), "owner");
  }

  static Person customer(String fullName, int number) {
    return new Person(
        fullName, email(fullName, "guest"), phone(9_930_000_000L, number), "customer");
  }

  Map<String, Object> registration() {
    return Map.of(
        "email", email,
        "password", PASSWORD,
        "full_name", fullName,
        "phone", phone,
        "role", role);
  }

  private static String email(String fullName, String kind) {
    return fullName.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + kind + ".example.com";
  }

  private static String phone(long base, int number) {
    return "+91" + (base + 7_919L * (number + 1));
  }
}
