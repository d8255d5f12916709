package com.nanospace.notification.message;

import java.util.Locale;

/** Where a person can be told something. */
public enum Medium {
  EMAIL,
  SMS,
  IN_APP;

  /** The stable word for it, in JSON and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The medium of that stable word. */
  public static Medium of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
