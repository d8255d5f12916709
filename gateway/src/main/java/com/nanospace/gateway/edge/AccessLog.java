package com.nanospace.gateway.edge;

import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * One line a request. Neither query nor headers are in it, for they may carry personal data and
 * tokens.
 */
public final class AccessLog {

  private static final Logger LOG = Logger.getLogger("access");
  private static final Pattern UNPRINTABLE = Pattern.compile("[^!-~]");

  private AccessLog() {}

  public static void write(Exchange exchange) {
    HttpServerResponse response = exchange.response();
    MDC.put("request_id", exchange.requestId());
    MDC.put("trace_id", exchange.correlation().traceId());
    LOG.infof(
        "method=%s path=%s status=%d bytes=%d duration_ms=%d complete=%b request_id=%s trace_id=%s",
        exchange.request().method(),
        printable(exchange.path()),
        response.getStatusCode(),
        response.bytesWritten(),
        TimeUnit.NANOSECONDS.toMillis(exchange.elapsedNanos()),
        response.ended(),
        exchange.requestId(),
        exchange.correlation().traceId());
    MDC.remove("request_id");
    MDC.remove("trace_id");
  }

  /** Keeps one request on one line, whatever a refused target holds. */
  private static String printable(String path) {
    return UNPRINTABLE.matcher(path).replaceAll("?");
  }
}
