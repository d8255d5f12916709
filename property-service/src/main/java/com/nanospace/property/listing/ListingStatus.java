package com.nanospace.property.listing;

import jakarta.persistence.EnumeratedValue;

/** Where a listing stands on its way to the public. */
public enum ListingStatus {
  PENDING("pending"),
  APPROVED("approved"),
  REJECTED("rejected"),
  ARCHIVED("archived");

  @EnumeratedValue private final String wireName;

  ListingStatus(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
