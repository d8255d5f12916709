package com.nanospace.gateway.routing;

import io.vertx.core.http.HttpMethod;
import java.util.Locale;
import java.util.Set;

/** What a request is counted as by the rate limits: each class has its own. */
public enum RequestClass {
  /** Looks and changes nothing. */
  READ,
  /** Everything else, where the route says nothing. */
  WRITE,
  /** Tries a password or a code, or has a code sent. */
  SIGN_IN,
  /** Brings an image, which takes time and memory to decode. */
  UPLOAD;

  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** The class of a request for which there is no route. */
  public static RequestClass of(HttpMethod method) {
    return READS.contains(method) ? READ : WRITE;
  }

  /** As it is written in configuration, headers and metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
