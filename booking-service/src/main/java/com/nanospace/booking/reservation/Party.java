package com.nanospace.booking.reservation;

import java.util.Locale;

/** Who stands behind a change of a booking. */
public enum Party {
  CUSTOMER,
  OWNER,
  ADMIN,
  SYSTEM;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
