package com.nanospace.booking.reservation;

import java.util.Locale;

/** Where a booking stands. Declined and expired bookings are cancelled ones, with their reason. */
public enum BookingStatus {
  PENDING,
  CONFIRMED,
  CANCELLED;

  /** The word that clients see. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
