package com.nanospace.kit;

/** Refusals that mean the same in every service. */
public enum CommonError implements ErrorCode {
  MALFORMED("request.malformed", ErrorKind.INVALID),
  INVALID("request.invalid", ErrorKind.INVALID),
  AUTH_REQUIRED("auth.required", ErrorKind.UNAUTHENTICATED),
  AUTH_FORBIDDEN("auth.forbidden", ErrorKind.FORBIDDEN),
  NOT_FOUND("not_found", ErrorKind.UNKNOWN),
  METHOD_NOT_ALLOWED("method_not_allowed", ErrorKind.WRONG_METHOD),
  NOT_ACCEPTABLE("not_acceptable", ErrorKind.NOT_ACCEPTABLE),
  TOO_LARGE("request.too_large", ErrorKind.TOO_LARGE),
  UNSUPPORTED_TYPE("request.unsupported_type", ErrorKind.WRONG_TYPE),
  STALE("conflict.stale", ErrorKind.CONFLICT),
  CONFLICT("conflict", ErrorKind.CONFLICT),
  RATE_LIMITED("rate.limited", ErrorKind.TOO_MANY),
  UNAVAILABLE("dependency.unavailable", ErrorKind.UNAVAILABLE),
  IDEMPOTENCY_MISMATCH("idempotency.mismatch", ErrorKind.MISMATCH),
  IDEMPOTENCY_IN_PROGRESS("idempotency.in_progress", ErrorKind.CONFLICT),
  INTERNAL("internal", ErrorKind.INTERNAL);

  private final String code;
  private final ErrorKind kind;

  CommonError(String code, ErrorKind kind) {
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
