package com.nanospace.property.listing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Listings for tests: {@code aListing().approved()}. */
public final class ListingFixture {

  public static final Instant CREATED = Instant.parse("2026-11-22T06:24:00Z");

  private ListingFixture() {}

  public static ListingDetails details() {
    return new ListingDetails(
        "Lakeside Coworking",
        ListingType.COWORKING,
        "Bright desks",
        new Place("Bengaluru", "Ulsoor", "12 Kensington Road", null, null),
        new Prices(null, null, null, new BigDecimal("450"), "INR"),
        new Capacity(10, null, 0),
        List.of("wifi"),
        List.of(),
        "Asia/Kolkata");
  }

  public static Listing pending() {
    return Listing.submitted(UUID.randomUUID(), UUID.randomUUID(), details(), CREATED);
  }

  public static Listing approved() {
    Listing listing = pending();
    listing.approve(CREATED.plusSeconds(1));
    return listing;
  }

  public static Listing rejected() {
    Listing listing = pending();
    listing.reject("No photos", CREATED.plusSeconds(1));
    return listing;
  }
}
