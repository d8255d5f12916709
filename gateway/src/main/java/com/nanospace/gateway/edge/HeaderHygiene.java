package com.nanospace.gateway.edge;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which headers may cross the gateway, and in which direction. */
public final class HeaderHygiene {

  /** RFC 9110 §7.6.1, with what older software sends. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authentication-info",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings");

  /** What only the gateway may say to a service; from outside it would be a forgery. */
  private static final Set<String> SPOKEN_BY_THE_GATEWAY =
      Set.of(
          "forwarded",
          "via",
          "expect",
          "true-client-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "x-http-method-override",
          "x-original-host",
          "x-original-url",
          "x-real-ip",
          "x-rewrite-url");

  private static final List<String> PREFIXES_SPOKEN_BY_THE_GATEWAY =
      List.of("x-forwarded", "x-user-", "x-internal-");

  /** What a service says that clients have no use for, or that the gateway says itself. */
  private static final Set<String> KEPT_INSIDE =
      Set.of(
          "server",
          "x-powered-by",
          "x-request-id",
          "x-content-type-options",
          "traceparent",
          "tracestate");

  private static final List<String> PREFIXES_KEPT_INSIDE =
      List.of("x-internal-", "x-user-", "access-control-");

  private HeaderHygiene() {}

  /** Removes what a client may not say to a service. */
  public static void cleanRequest(MultiMap headers) {
    removeHopByHop(headers);
    remove(headers, SPOKEN_BY_THE_GATEWAY, PREFIXES_SPOKEN_BY_THE_GATEWAY);
  }

  /** Removes what a service may not say to a client. */
  public static void cleanReply(MultiMap headers) {
    removeHopByHop(headers);
    remove(headers, KEPT_INSIDE, PREFIXES_KEPT_INSIDE);
  }

  private static void removeHopByHop(MultiMap headers) {
    for (String value : headers.getAll("connection")) {
      for (String named : value.split(",")) {
        headers.remove(named.strip());
      }
    }
    HOP_BY_HOP.forEach(headers::remove);
  }

  private static void remove(MultiMap headers, Set<String> names, List<String> prefixes) {
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (names.contains(lower) || prefixes.stream().anyMatch(lower::startsWith)) {
        headers.remove(name);
      }
    }
  }
}
