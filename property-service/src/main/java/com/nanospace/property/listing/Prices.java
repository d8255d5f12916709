package com.nanospace.property.listing;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What the space costs; a price that is absent is not offered.
 *
 * @param pricePerSeat for one seat and month
 * @param pricePerCabin for one cabin and month
 * @param pricePerMonth for one seat and month without a fixed desk
 * @param pricePerDay for one seat and day
 * @param currency ISO 4217
 */
@Embeddable
public record Prices(
    @Nullable BigDecimal pricePerSeat,
    @Nullable BigDecimal pricePerCabin,
    @Nullable BigDecimal pricePerMonth,
    @Nullable BigDecimal pricePerDay,
    String currency) {

  public Prices {
    pricePerSeat = inCents(pricePerSeat);
    pricePerCabin = inCents(pricePerCabin);
    pricePerMonth = inCents(pricePerMonth);
    pricePerDay = inCents(pricePerDay);
  }

  private static @Nullable BigDecimal inCents(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.setScale(2, RoundingMode.UNNECESSARY);
  }
}
