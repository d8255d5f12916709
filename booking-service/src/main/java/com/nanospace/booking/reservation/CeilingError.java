package com.nanospace.booking.reservation;

import com.nanospace.kit.ErrorCode;
import com.nanospace.kit.ErrorKind;

/** Why a listing can't offer less. */
public enum CeilingError implements ErrorCode {
  CAPACITY_BOOKED("property.capacity_booked");

  private final String code;

  CeilingError(String code) {
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
