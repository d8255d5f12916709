package com.nanospace.property.listing;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a listing must not be booked beyond, so that it can offer less.
 *
 * @param version of the listing as it is before the change
 * @param bookableSeats {@code null} when seats are not lowered
 * @param totalCabins {@code null} when cabins are not lowered
 */
record Ceiling(
    UUID listingId, long version, @Nullable Integer bookableSeats, @Nullable Integer totalCabins) {

  /** Empty when the change lowers nothing. */
  static Optional<Ceiling> neededFor(Listing listing, Capacity changed) {
    Capacity present = listing.details().capacity();
    @Nullable Integer seats = lowered(present.bookableSeats(), changed.bookableSeats());
    @Nullable Integer cabins = lowered(present.totalCabins(), changed.totalCabins());
    return seats == null && cabins == null
        ? Optional.empty()
        : Optional.of(new Ceiling(listing.id(), listing.version(), seats, cabins));
  }

  /** To begin to count is to lower: without a number there is no limit. */
  private static @Nullable Integer lowered(@Nullable Integer from, @Nullable Integer to) {
    return to != null && (from == null || to < from) ? to : null;
  }
}
