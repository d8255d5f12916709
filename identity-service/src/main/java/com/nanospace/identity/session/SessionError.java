package com.nanospace.identity.session;

import com.nanospace.kit.ErrorCode;
import com.nanospace.kit.ErrorKind;

/** Why somebody doesn't get a token. */
public enum SessionError implements ErrorCode {
  WRONG_CREDENTIALS("auth.wrong_credentials", ErrorKind.UNAUTHENTICATED),
  REFRESH_REFUSED("auth.refresh_refused", ErrorKind.UNAUTHENTICATED);

  private final String code;
  private final ErrorKind kind;

  SessionError(String code, ErrorKind kind) {
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
