package com.nanospace.gateway.routing;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** What a route asks of the bearer token. */
public enum TokenPolicy {
  /** Anyone may call; a token that is sent must be valid all the same. */
  OPTIONAL,
  /** Reading is open to anyone, everything else needs a valid token. */
  REQUIRED_FOR_WRITES,
  /** Every call needs a valid token. */
  REQUIRED,
  /** The bearer is no access token: it passes untouched and is the service's to judge. */
  OPAQUE;

  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  public boolean requires(HttpMethod method) {
    return this == REQUIRED || (this == REQUIRED_FOR_WRITES && !READS.contains(method));
  }
}
