package com.nanospace.property.listing;

import com.nanospace.kit.ErrorCode;
import com.nanospace.kit.ErrorKind;

/** Why something can't be done with a listing. */
public enum ListingError implements ErrorCode {
  ARCHIVED("property.archived", ErrorKind.CONFLICT);

  private final String code;
  private final ErrorKind kind;

  ListingError(String code, ErrorKind kind) {
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
