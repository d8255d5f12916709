package com.nanospace.identity.account;

import com.nanospace.kit.ErrorCode;
import com.nanospace.kit.ErrorKind;

/** Why something can't be done with an account. */
public enum AccountError implements ErrorCode {
  EMAIL_TAKEN("account.email_taken", ErrorKind.CONFLICT),
  PHONE_TAKEN("account.phone_taken", ErrorKind.CONFLICT),
  WRONG_PASSWORD("account.wrong_password", ErrorKind.INVALID),
  SUSPENDED("account.suspended", ErrorKind.FORBIDDEN),
  OWN_ACCOUNT("account.own_account", ErrorKind.CONFLICT),
  LAST_ADMIN("account.last_admin", ErrorKind.CONFLICT);

  private final String code;
  private final ErrorKind kind;

  AccountError(String code, ErrorKind kind) {
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
