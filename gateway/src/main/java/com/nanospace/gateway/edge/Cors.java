package com.nanospace.gateway.edge;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cross-origin calls from browsers (Fetch standard, CORS protocol). Tokens travel in a header and
 * never in cookies, so credentials mode is not offered.
 */
@Singleton
public class Cors {

  private static final String ANY = "*";
  private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#*\\s]+");
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String REQUEST_HEADERS =
      "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match,"
          + " If-Modified-Since, If-None-Match, Range, X-Request-Id, traceparent, tracestate";
  private static final String REPLY_HEADERS =
      "X-Request-Id, Retry-After, RateLimit, RateLimit-Policy, Location, ETag,"
          + " Content-Disposition, Content-Range, WWW-Authenticate";

  private final Set<String> origins;
  private final String maxAgeSeconds;

  @Inject
  Cors(CorsConfig config) {
    this(config, ConfigUtils.getProfiles());
  }

  Cors(CorsConfig config, List<String> profiles) {
    this.origins = config.origins().orElse(Set.of());
    this.maxAgeSeconds = Long.toString(config.maxAge().toSeconds());
    origins.forEach(Cors::checkOrigin);
    if (origins.contains(ANY) && profiles.contains(LaunchMode.NORMAL.getDefaultProfile())) {
      throw new IllegalStateException(
          "nanospace.cors.origins must name its origins in production, and not be *");
    }
  }

  private static void checkOrigin(String origin) {
    if (!origin.equals(ANY) && !ORIGIN.matcher(origin).matches()) {
      throw new IllegalStateException(
          "nanospace.cors.origins: not scheme, host and port alone: " + origin);
    }
  }

  public static boolean isPreflight(HttpServerRequest request) {
    return request.method().equals(HttpMethod.OPTIONS)
        && request.headers().contains(HttpHeaders.ORIGIN)
        && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /** Adds to the reply what lets a page of an allowed origin read it. */
  public void mark(Exchange exchange) {
    if (origins.isEmpty()) {
      return;
    }
    MultiMap reply = exchange.response().headers();
    if (origins.contains(ANY)) {
      reply.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
    } else {
      reply.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
      if (!isAllowed(exchange)) {
        return;
      }
      reply.set(
          HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
          exchange.request().getHeader(HttpHeaders.ORIGIN));
    }
    reply.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, REPLY_HEADERS);
  }

  /**
   * Prepares the answer to a preflight.
   *
   * @throws Refusal when the page's origin is not allowed
   */
  public void markPreflight(Exchange exchange) {
    if (!isAllowed(exchange)) {
      throw new Refusal(GatewayError.FORBIDDEN, "Pages of this origin may not call the API.");
    }
    exchange
        .response()
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, maxAgeSeconds);
  }

  private boolean isAllowed(Exchange exchange) {
    @Nullable String origin = exchange.request().getHeader(HttpHeaders.ORIGIN);
    return origins.contains(ANY) || (origin != null && origins.contains(origin));
  }
}
