package com.nanospace.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What browsers are told about replies, after OWASP's REST Security Cheat Sheet: an answer of the
 * API is data, never a page, and is nobody's to embed. Images are: pages of any origin show them.
 */
@Singleton
public class SecurityHeaders {

  public static final String CONTENT_POLICY = "Content-Security-Policy";

  private static final String DATA_ONLY = "default-src 'none'; frame-ancestors 'none'";

  private final Map<String, String> constant = new LinkedHashMap<>();

  @Inject
  SecurityHeaders(ServerConfig config) {
    this(config.strictTransportSecurity());
  }

  public SecurityHeaders(Optional<Duration> strictTransportSecurity) {
    constant.put("Referrer-Policy", "no-referrer");
    constant.put("X-Frame-Options", "DENY");
    strictTransportSecurity.ifPresent(
        time ->
            constant.put(
                "Strict-Transport-Security",
                "max-age=%d; includeSubDomains".formatted(time.toSeconds())));
  }

  /** What every reply says. */
  public Map<String, String> constant() {
    return Collections.unmodifiableMap(constant);
  }

  /** Adds what is missing; who knows better about caching and content has said so already. */
  public void complete(Exchange exchange, MultiMap reply) {
    constant.forEach(reply::set);
    reply.set("Cross-Origin-Resource-Policy", isImage(reply) ? "cross-origin" : "same-origin");
    if (!reply.contains(CONTENT_POLICY)) {
      reply.set(CONTENT_POLICY, DATA_ONLY);
    }
    if (!reply.contains(HttpHeaders.CACHE_CONTROL)
        && exchange.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
      reply.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  private static boolean isImage(MultiMap reply) {
    @Nullable String type = reply.get(HttpHeaders.CONTENT_TYPE);
    return type != null && type.startsWith("image/");
  }
}
