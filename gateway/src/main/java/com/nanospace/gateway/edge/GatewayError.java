package com.nanospace.gateway.edge;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Arrays;
import java.util.Optional;

/** Every failure that the gateway itself can answer with; {@code code} is stable for clients. */
public enum GatewayError {
  MALFORMED(400, "request.malformed"),
  AUTH_REQUIRED(401, "auth.required"),
  FORBIDDEN(403, "auth.forbidden"),
  NOT_FOUND(404, "not_found"),
  METHOD_NOT_ALLOWED(405, "method_not_allowed"),
  TOO_SLOW(408, "request.timeout"),
  TOO_LARGE(413, "request.too_large"),
  TARGET_TOO_LONG(414, "request.too_large"),
  UNSUPPORTED_TYPE(415, "request.unsupported_type"),
  RATE_LIMITED(429, "rate.limited"),
  HEADERS_TOO_LARGE(431, "request.too_large"),
  INTERNAL(500, "internal"),
  UNAVAILABLE(503, "dependency.unavailable");

  private final int status;
  private final String code;

  GatewayError(int status, String code) {
    this.status = status;
    this.code = code;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String title() {
    return HttpResponseStatus.valueOf(status).reasonPhrase();
  }

  static Optional<GatewayError> withStatus(int status) {
    return Arrays.stream(values()).filter(error -> error.status == status).findFirst();
  }
}
