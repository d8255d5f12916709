package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Listing;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What is booked, which decides the price that counts and the stock it comes from. */
public enum BookingType {
  DAY(SpaceKind.SEAT),
  SEAT(SpaceKind.SEAT),
  CABIN(SpaceKind.CABIN),
  MONTH(SpaceKind.SEAT);

  private final SpaceKind kind;

  BookingType(SpaceKind kind) {
    this.kind = kind;
  }

  /** The type of that name, in any case. */
  public static BookingType of(String word) {
    return valueOf(word.strip().toUpperCase(Locale.ROOT));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public SpaceKind kind() {
    return kind;
  }

  /** Whether days are counted; months are for every other type. */
  public boolean isByDay() {
    return this == DAY;
  }

  /** The price for one unit and day or month; empty when the listing does not offer this type. */
  public Optional<BigDecimal> unitPrice(Listing listing) {
    return switch (this) {
      case DAY -> listing.pricePerDay();
      case SEAT -> listing.pricePerSeat();
      case CABIN -> listing.pricePerCabin();
      case MONTH -> listing.pricePerMonth();
    };
  }
}
