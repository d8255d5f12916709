package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Listing;
import com.nanospace.kit.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would like to book.
 *
 * @param quantity from 1 to 10,000
 * @param startDate {@code null} for today, where the listing is
 * @param endDate {@code null} for one day, or one month
 * @param expectedTotal what the client believes it costs; {@code null} when it has no opinion
 */
public record Wish(
    UUID propertyId,
    BookingType type,
    int quantity,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable BigDecimal expectedTotal) {

  /**
   * The stay that is meant.
   *
   * @throws Refusal {@code request.invalid} when it is impossible
   */
  Stay stay(LocalDate today) {
    return Stay.asked(type, startDate, endDate, today);
  }

  /** Empty when the listing does not offer the type. */
  Optional<Price> priceAt(Listing listing, Stay stay) {
    return Price.of(listing, type, quantity, stay);
  }

  boolean expectsOtherThan(Money total) {
    return expectedTotal != null && expectedTotal.compareTo(total.amount()) != 0;
  }

  Refusal notOffered() {
    return new Refusal(
        BookingError.TYPE_NOT_OFFERED,
        "This property can't be booked by %s".formatted(type.word()));
  }

  Refusal priceChanged(Money total) {
    return new Refusal(
            BookingError.PRICE_CHANGED,
            "The price is %s %s now".formatted(total.currency(), total.amount().toPlainString()))
        .with("total_amount", total.amount())
        .with("currency", total.currency());
  }
}
