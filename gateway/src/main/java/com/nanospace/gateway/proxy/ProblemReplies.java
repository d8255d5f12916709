package com.nanospace.gateway.proxy;

import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.Problem;
import com.nanospace.gateway.edge.Refusal;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sees to it that every failure reaches the client as a problem document. */
final class ProblemReplies {

  private static final List<CharSequence> KEPT =
      List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaderNames.WWW_AUTHENTICATE);

  private ProblemReplies() {}

  /**
   * Replaces what a service or its HTTP server sent along with an error: anything that came with a
   * 5xx and is no problem document, and the nothing that came with a 4xx.
   */
  static void complete(ProxyResponse reply, Exchange exchange) {
    int status = reply.getStatusCode();
    if (status < 400 || isProblem(reply)) {
      return;
    }
    if (status >= 500 || isEmpty(reply, exchange)) {
      Map<CharSequence, String> kept = new LinkedHashMap<>();
      for (CharSequence name : KEPT) {
        @Nullable String value = reply.headers().get(name);
        if (value != null) {
          kept.put(name, value);
        }
      }
      put(reply.release(), Problem.ofStatus(status), exchange);
      kept.forEach(reply::putHeader);
    }
  }

  static ProxyResponse put(ProxyResponse reply, Problem problem, Exchange exchange) {
    Buffer document = problem.toJson(exchange);
    if (problem.status() == 503) {
      reply.putHeader(HttpHeaders.RETRY_AFTER, Refusal.RETRY_AFTER_SECONDS);
    }
    return reply
        .setStatusCode(problem.status())
        .setStatusMessage(problem.title())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .setBody(Body.body(document));
  }

  private static boolean isProblem(ProxyResponse reply) {
    @Nullable String type = reply.headers().get(HttpHeaders.CONTENT_TYPE);
    return type != null && type.startsWith(Problem.MEDIA_TYPE);
  }

  private static boolean isEmpty(ProxyResponse reply, Exchange exchange) {
    return !exchange.request().method().equals(HttpMethod.HEAD)
        && (reply.getBody().length() == 0 || !reply.headers().contains(HttpHeaders.CONTENT_TYPE));
  }
}
