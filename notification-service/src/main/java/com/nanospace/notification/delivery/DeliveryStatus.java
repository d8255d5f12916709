package com.nanospace.notification.delivery;

import java.util.Locale;

/** How far a delivery is. */
public enum DeliveryStatus {
  /** Planned, being sent, or waiting for the next try. */
  PENDING,
  /** Taken over by the other side. */
  SENT,
  /** Given up: refused for good, or tried too often. An admin may have it tried again. */
  FAILED,
  /** Deliberately not sent, for the reason noted. */
  SKIPPED;

  /** The stable word for it, in JSON and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
