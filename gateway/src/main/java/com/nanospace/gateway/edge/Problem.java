package com.nanospace.gateway.edge;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * A failure as clients see it: RFC 9457, plus {@code error} for people and {@code code} for
 * programs.
 */
public record Problem(int status, String title, String code, String detail) {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPE_PREFIX = "https://nanospace.com/problems/";

  public static Problem of(Refusal refusal) {
    GatewayError error = refusal.error();
    return new Problem(error.status(), error.title(), error.code(), refusal.sentence());
  }

  /** What a status alone tells, for a reply that came without a document. */
  public static Problem ofStatus(int status) {
    String title = HttpResponseStatus.valueOf(status).reasonPhrase();
    String code =
        GatewayError.withStatus(status)
            .orElse(status < 500 ? GatewayError.MALFORMED : GatewayError.INTERNAL)
            .code();
    String detail =
        status < 500
            ? "The request was refused: %s.".formatted(title)
            : "The request could not be completed; please try again later.";
    return new Problem(status, title, code, detail);
  }

  public Buffer toJson(Exchange exchange) {
    return new JsonObject()
        .put("type", TYPE_PREFIX + code)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .put("instance", exchange.path())
        .put("error", detail)
        .put("code", code)
        .put("request_id", exchange.requestId())
        .toBuffer();
  }
}
