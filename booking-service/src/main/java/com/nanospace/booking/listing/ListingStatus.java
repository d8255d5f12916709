package com.nanospace.booking.listing;

import java.util.Locale;

/** Where a listing stands; only an approved one can be booked. */
public enum ListingStatus {
  PENDING,
  APPROVED,
  REJECTED,
  ARCHIVED;

  static ListingStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
