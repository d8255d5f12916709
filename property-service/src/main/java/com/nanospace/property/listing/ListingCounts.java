package com.nanospace.property.listing;

import java.util.Map;

/** How many listings stand where; archived ones don't count. */
public record ListingCounts(long total, long pending, long approved, long rejected) {

  static ListingCounts of(Map<ListingStatus, Long> counts) {
    long pending = counts.getOrDefault(ListingStatus.PENDING, 0L);
    long approved = counts.getOrDefault(ListingStatus.APPROVED, 0L);
    long rejected = counts.getOrDefault(ListingStatus.REJECTED, 0L);
    return new ListingCounts(pending + approved + rejected, pending, approved, rejected);
  }
}
