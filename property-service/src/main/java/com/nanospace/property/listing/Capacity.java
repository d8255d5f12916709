package com.nanospace.property.listing;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * How much there is to book.
 *
 * @param totalSeats absent: seats are not counted, as in a virtual office
 * @param withheldSeats how many of them the owner keeps off the platform
 */
@Embeddable
public record Capacity(
    @Nullable Integer totalSeats, @Nullable Integer totalCabins, int withheldSeats) {

  public Capacity {
    if (withheldSeats < 0 || withheldSeats > (totalSeats == null ? 0 : totalSeats)) {
      throw new IllegalArgumentException("No more seats can be withheld than there are");
    }
  }

  /** The seats that the platform may sell; {@code null} when seats are not counted. */
  public @Nullable Integer bookableSeats() {
    return totalSeats == null ? null : totalSeats - withheldSeats;
  }
}
