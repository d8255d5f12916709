package com.nanospace.gateway.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, in the one form that the gateway and the services read alike.
 *
 * @param path canonical, without a trailing slash
 * @param query as sent, without its question mark; null when there is none
 */
public record RequestTarget(String path, @Nullable String query) {

  private static final Pattern ABSOLUTE_FORM =
      Pattern.compile("https?://([^/?#]+)(/.*)?", Pattern.CASE_INSENSITIVE);

  /**
   * @throws Refusal when the target is not canonical, or the request names no host or several
   */
  public static RequestTarget of(HttpServerRequest request) {
    String host = hostOf(request);
    String uri = request.uri();
    Matcher absolute = ABSOLUTE_FORM.matcher(uri);
    if (!absolute.matches()) {
      return parse(uri);
    }
    if (!absolute.group(1).equalsIgnoreCase(host)) {
      throw Refusal.malformed("The request target names another host than the Host header.");
    }
    @Nullable String rest = absolute.group(2);
    return parse(rest == null ? "/" : rest);
  }

  /** Reads an origin-form target (RFC 9112 §3.2.1): an absolute path and, perhaps, a query. */
  static RequestTarget parse(String target) {
    int mark = target.indexOf('?');
    if (mark < 0) {
      return new RequestTarget(CanonicalPath.of(target), null);
    }
    String query = target.substring(mark + 1);
    checkQuery(query);
    return new RequestTarget(CanonicalPath.of(target.substring(0, mark)), query);
  }

  /** The target as it goes to a service. */
  public String originForm() {
    return query == null ? path : path + "?" + query;
  }

  private static void checkQuery(String query) {
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c <= ' ' || c > '~' || c == '#') {
        throw Refusal.malformed("The query has characters that must be percent-encoded.");
      }
      if (c == '%') {
        PercentEncoding.octetAt(query, i);
      }
    }
  }

  /** RFC 9112 §3.2: exactly one valid Host, which only HTTP/1.0 may leave out. */
  private static String hostOf(HttpServerRequest request) {
    if (request.version() == null) {
      throw Refusal.malformed("This version of HTTP is not spoken here.");
    }
    List<String> hosts = request.headers().getAll("host");
    if (hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0) {
      return "";
    }
    if (hosts.size() != 1 || request.authority() == null) {
      throw Refusal.malformed("The request must name exactly one host.");
    }
    return hosts.getFirst();
  }
}
