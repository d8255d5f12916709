package com.nanospace.gateway.endpoint;

import com.nanospace.gateway.auth.Caller;
import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.Replies;
import com.nanospace.gateway.routing.PathPattern;
import com.nanospace.gateway.routing.TokenPolicy;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** {@code /api/auth/me/export}: everything that the suite holds about the caller, as one file. */
@Singleton
class ExportEndpoint implements Endpoint {

  private static final List<PathPattern> PATHS = List.of(PathPattern.parse("/api/auth/me/export"));

  private final ExportComposer composer;
  private final Replies replies;

  ExportEndpoint(ExportComposer composer, Replies replies) {
    this.composer = composer;
    this.replies = replies;
  }

  @Override
  public List<PathPattern> paths() {
    return PATHS;
  }

  @Override
  public TokenPolicy token() {
    return TokenPolicy.REQUIRED;
  }

  @Override
  public Future<Void> answer(Exchange exchange, Optional<Caller> caller) {
    return composer
        .compose(exchange)
        .compose(
            document -> {
              exchange
                  .response()
                  .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                  .putHeader(
                      "Content-Disposition", "attachment; filename=\"nano-space-export.json\"");
              return replies.send(exchange, 200, "application/json", document);
            });
  }
}
