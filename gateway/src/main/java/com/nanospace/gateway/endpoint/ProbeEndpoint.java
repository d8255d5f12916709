package com.nanospace.gateway.endpoint;

import com.nanospace.gateway.auth.Caller;
import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.Replies;
import com.nanospace.gateway.routing.PathPattern;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * {@code /q/health/live} and {@code /q/health/ready} for probes from outside: whoever gets this
 * answer has reached a gateway that serves. Details are on the management port.
 */
@Singleton
class ProbeEndpoint implements Endpoint {

  private static final List<PathPattern> PATHS =
      List.of(PathPattern.parse("/q/health/live"), PathPattern.parse("/q/health/ready"));

  private final Replies replies;

  ProbeEndpoint(Replies replies) {
    this.replies = replies;
  }

  @Override
  public List<PathPattern> paths() {
    return PATHS;
  }

  @Override
  public Future<Void> answer(Exchange exchange, Optional<Caller> caller) {
    exchange.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return replies.sendJson(exchange, new JsonObject().put("status", "UP"));
  }
}
