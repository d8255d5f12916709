package com.nanospace.property.image;

import com.nanospace.kit.ErrorCode;
import com.nanospace.kit.ErrorKind;

/** Why somebody may not upload an image that is one. */
public enum UploadError implements ErrorCode {
  DAY_IS_FULL("upload.daily_quota", ErrorKind.TOO_MANY),
  ACCOUNT_IS_FULL("upload.quota", ErrorKind.CONFLICT);

  private final String code;
  private final ErrorKind kind;

  UploadError(String code, ErrorKind kind) {
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
