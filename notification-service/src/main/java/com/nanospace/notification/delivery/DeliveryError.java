package com.nanospace.notification.delivery;

import com.nanospace.kit.ErrorCode;
import com.nanospace.kit.ErrorKind;

/** Why something can't be done with a delivery. */
public enum DeliveryError implements ErrorCode {
  NOT_FAILED("notification.not_failed", ErrorKind.CONFLICT),
  CODE_EXPIRED("notification.code_expired", ErrorKind.CONFLICT);

  private final String code;
  private final ErrorKind kind;

  DeliveryError(String code, ErrorKind kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public ErrorKind kind() {
    return kind;
  }
}
