package com.nanospace.gateway.endpoint;

import com.nanospace.gateway.auth.Caller;
import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.GatewayError;
import com.nanospace.gateway.edge.Refusal;
import com.nanospace.gateway.edge.Replies;
import com.nanospace.gateway.routing.PathPattern;
import com.nanospace.gateway.routing.TokenPolicy;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** {@code /api/admin/stats}: the figures of three services in one answer, for admins. */
@Singleton
class StatsEndpoint implements Endpoint {

  private static final List<PathPattern> PATHS = List.of(PathPattern.parse("/api/admin/stats"));

  private final StatsComposer composer;
  private final Replies replies;

  StatsEndpoint(StatsComposer composer, Replies replies) {
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
    if (!caller.map(Caller::isAdmin).orElse(false)) {
      throw new Refusal(GatewayError.FORBIDDEN, "Only admins may see the figures.");
    }
    return composer
        .compose(exchange)
        .compose(
            stats -> {
              exchange.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
              return replies.sendJson(exchange, stats);
            });
  }
}
