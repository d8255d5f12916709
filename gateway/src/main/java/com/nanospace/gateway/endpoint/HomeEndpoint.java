package com.nanospace.gateway.endpoint;

import com.nanospace.gateway.auth.Caller;
import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.Replies;
import com.nanospace.gateway.routing.PathPattern;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** {@code /}: what this is, and where to read on. */
@Singleton
class HomeEndpoint implements Endpoint {

  private static final List<PathPattern> PATHS = List.of(PathPattern.parse("/"));

  private final Replies replies;

  HomeEndpoint(Replies replies) {
    this.replies = replies;
  }

  @Override
  public List<PathPattern> paths() {
    return PATHS;
  }

  @Override
  public Future<Void> answer(Exchange exchange, Optional<Caller> caller) {
    return replies.sendJson(
        exchange,
        new JsonObject()
            .put("name", "Nano Space API")
            .put("docs", "/docs")
            .put("openapi", "/openapi"));
  }
}
