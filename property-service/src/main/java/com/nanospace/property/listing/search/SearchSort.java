package com.nanospace.property.listing.search;

/** The orders in which search lists what it finds. */
public enum SearchSort {
  NEWEST("newest"),
  PRICE_ASCENDING("price"),
  PRICE_DESCENDING("-price"),
  DISTANCE("distance"),
  RELEVANCE("relevance");

  private final String wireName;

  SearchSort(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
