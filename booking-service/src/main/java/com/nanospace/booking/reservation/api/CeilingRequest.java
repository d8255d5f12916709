package com.nanospace.booking.reservation.api;

import com.nanospace.booking.listing.Ceiling;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What property-service asks for; a number that is absent is not lowered. */
record CeilingRequest(
    @Min(0) long version,
    @Min(0) @Max(100_000) @Nullable Integer bookableSeats,
    @Min(0) @Max(100_000) @Nullable Integer totalCabins) {

  Ceiling of(UUID listingId) {
    return new Ceiling(listingId, version, bookableSeats, totalCabins);
  }
}
