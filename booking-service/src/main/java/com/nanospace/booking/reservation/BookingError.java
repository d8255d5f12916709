package com.nanospace.booking.reservation;

import com.nanospace.kit.ErrorCode;
import com.nanospace.kit.ErrorKind;

/** Why a booking, or a change of one, is refused. */
public enum BookingError implements ErrorCode {
  NO_CAPACITY("booking.no_capacity"),
  PRICE_CHANGED("booking.price_changed"),
  TYPE_NOT_OFFERED("booking.type_not_offered"),
  NOT_PENDING("booking.not_pending"),
  HOLD_LAPSED("booking.hold_lapsed"),
  ALREADY_OVER("booking.already_over");

  private final String code;

  BookingError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public ErrorKind kind() {
    return ErrorKind.CONFLICT;
  }
}
