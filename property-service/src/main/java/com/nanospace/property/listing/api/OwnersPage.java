package com.nanospace.property.listing.api;

import com.nanospace.property.listing.ListingCounts;
import java.util.List;

/** A page of an owner's listings, and how many of all of them stand where. */
record OwnersPage(
    List<PropertyView> properties,
    ListingCounts stats,
    long total,
    int page,
    int perPage,
    int pages) {

  static OwnersPage of(PropertyPage page, ListingCounts stats) {
    return new OwnersPage(
        page.properties(), stats, page.total(), page.page(), page.perPage(), page.pages());
  }
}
