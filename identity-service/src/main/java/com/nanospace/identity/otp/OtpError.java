package com.nanospace.identity.otp;

import com.nanospace.kit.ErrorCode;
import com.nanospace.kit.ErrorKind;

/** Why a one-time code doesn't count. */
public enum OtpError implements ErrorCode {
  WRONG("otp.wrong", ErrorKind.INVALID),
  NONE("otp.none", ErrorKind.UNKNOWN),
  COUNTRY_NOT_SERVED("otp.country_not_served", ErrorKind.INVALID);

  private final String code;
  private final ErrorKind kind;

  OtpError(String code, ErrorKind kind) {
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
