package com.nanospace.kit.http;

import com.nanospace.kit.Ids;
import com.nanospace.kit.observe.Spans;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Gives every request its id and trace, for log lines, replies and the events it causes. */
class RequestIdFilter {

  private static final String REQUEST_ID = "X-Request-Id";

  private final Draining draining;

  RequestIdFilter(Draining draining) {
    this.draining = draining;
  }

  @ServerRequestFilter(preMatching = true)
  public void note(ContainerRequestContext request) {
    Correlation correlation =
        Correlation.of(
            request.getHeaderString(REQUEST_ID),
            Spans.currentTraceparent().orElseGet(() -> request.getHeaderString("traceparent")));
    correlation.enter();
  }

  @ServerResponseFilter
  public void answer(ContainerResponseContext response) {
    var headers = response.getHeaders();
    headers.putSingle(REQUEST_ID, currentRequestId());
    headers.putSingle("X-Content-Type-Options", "nosniff");
    if (draining.hasBegun()) {
      headers.putSingle("Connection", "close");
    }
    if (!headers.containsKey("Cache-Control")) {
      headers.putSingle("Cache-Control", "no-store");
    }
  }

  private static String currentRequestId() {
    @Nullable Object id = MDC.get(Correlation.MDC_REQUEST_ID);
    return id == null ? Ids.next().toString() : id.toString();
  }
}
