package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Listing;
import java.util.Optional;

/**
 * What a stay costs.
 *
 * @param unit for one place, and one day or month
 * @param quantity how many places
 * @param periods how many days or months
 */
public record Price(BookingType type, Money unit, int quantity, int periods) {

  /** The listing's price for that stay; empty when it does not offer the type. */
  public static Optional<Price> of(Listing listing, BookingType type, int quantity, Stay stay) {
    int periods = type.isByDay() ? stay.days() : stay.months();
    return type.unitPrice(listing)
        .map(price -> new Price(type, new Money(price, listing.currency()), quantity, periods));
  }

  public Money total() {
    return unit.times((long) quantity * periods);
  }
}
