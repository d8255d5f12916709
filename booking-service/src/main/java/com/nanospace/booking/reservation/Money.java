package com.nanospace.booking.reservation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of money.
 *
 * @param amount with two decimals; one that has more is a defect and never rounded
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, String currency) {

  public Money {
    amount = amount.setScale(2, RoundingMode.UNNECESSARY);
  }

  public Money times(long factor) {
    return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
  }
}
