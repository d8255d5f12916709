package com.nanospace.gateway.edge;

import io.vertx.core.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one way to end a request early; it is an answer, so it carries no stack trace. */
public final class Refusal extends RuntimeException {

  /** When to come back to a service that is away. */
  public static final String RETRY_AFTER_SECONDS = "2";

  private final GatewayError error;
  private final Map<String, String> headers = new LinkedHashMap<>();

  public Refusal(GatewayError error, String sentence) {
    super(sentence, null, false, false);
    this.error = error;
  }

  public static Refusal malformed(String sentence) {
    return new Refusal(GatewayError.MALFORMED, sentence);
  }

  /** A service that is needed for the answer is away. */
  public static Refusal unavailable(String sentence) {
    return new Refusal(GatewayError.UNAVAILABLE, sentence)
        .with(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
  }

  /** Adds a header to the reply. */
  public Refusal with(CharSequence header, String value) {
    headers.put(header.toString(), value);
    return this;
  }

  public GatewayError error() {
    return error;
  }

  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
