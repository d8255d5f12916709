package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Listing;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Where a booking is, as it was called when it was booked. */
@Embeddable
public record Place(
    UUID propertyId, String propertyName, String propertyType, String propertyCity, UUID ownerId) {

  static Place of(Listing listing) {
    return new Place(
        listing.id(), listing.name(), listing.type(), listing.city(), listing.ownerId());
  }
}
