package com.nanospace.booking.listing;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing as property-service tells it, in events of {@code property.listing.v1} and when asked.
 *
 * @param bookableSeats the seats on offer; {@code null} when seats are not counted
 * @param totalCabins {@code null} when cabins are not counted
 * @param timeZone an IANA name; {@code null} means Asia/Kolkata
 */
public record ListingState(
    UUID propertyId,
    long version,
    UUID ownerId,
    String name,
    String type,
    String city,
    @Nullable BigDecimal pricePerSeat,
    @Nullable BigDecimal pricePerCabin,
    @Nullable BigDecimal pricePerMonth,
    @Nullable BigDecimal pricePerDay,
    String currency,
    @Nullable Integer bookableSeats,
    @Nullable Integer totalCabins,
    @Nullable String timeZone,
    String status) {

  private static final ZoneId HOME = ZoneId.of("Asia/Kolkata");

  /** The zone in which the dates of a stay count. */
  public ZoneId zone() {
    return timeZone == null ? HOME : ZoneId.of(timeZone);
  }
}
