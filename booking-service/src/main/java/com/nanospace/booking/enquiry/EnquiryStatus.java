package com.nanospace.booking.enquiry;

import java.util.Locale;

/** How far an enquiry has come. */
public enum EnquiryStatus {
  NEW,
  CONTACTED,
  RESOLVED,
  CLOSED;

  /** The status of that name, in any case. */
  public static EnquiryStatus of(String word) {
    return valueOf(word.strip().toUpperCase(Locale.ROOT));
  }

  /** The word that clients see. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
