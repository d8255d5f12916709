package com.nanospace.booking.reservation;

import java.util.Locale;

/** What is counted: seats and cabins are separate stocks of a listing. */
public enum SpaceKind {
  SEAT,
  CABIN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
