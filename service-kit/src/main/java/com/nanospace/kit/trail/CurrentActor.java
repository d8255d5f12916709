package com.nanospace.kit.trail;

import com.nanospace.kit.security.Caller;
import io.netty.util.NetUtil;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who sent the current request and from where; nobody and nowhere outside of one. */
@ApplicationScoped
class CurrentActor {

  private final Caller caller;
  private final CurrentVertxRequest current;

  CurrentActor(Caller caller, CurrentVertxRequest current) {
    this.caller = caller;
    this.current = current;
  }

  Actor actor() {
    if (request().isEmpty() || !caller.isSignedIn()) {
      return Actor.NOBODY;
    }
    String role =
        Stream.of("admin", "owner", "customer").filter(caller::hasRole).findFirst().orElse(null);
    return new Actor(caller.id(), role, caller.sessionId());
  }

  /** The last address of {@code X-Forwarded-For}, which only the gateway may set. */
  Optional<String> clientAddress() {
    return request()
        .map(
            request ->
                Optional.ofNullable(request.getHeader("X-Forwarded-For"))
                    .map(forwarded -> forwarded.substring(forwarded.lastIndexOf(',') + 1).strip())
                    .filter(CurrentActor::isAddress)
                    .orElseGet(() -> request.remoteAddress().hostAddress()));
  }

  private Optional<HttpServerRequest> request() {
    if (!Arc.container().requestContext().isActive()) {
      return Optional.empty();
    }
    @Nullable RoutingContext exchange = current.getCurrent();
    return exchange == null ? Optional.empty() : Optional.of(exchange.request());
  }

  private static boolean isAddress(String text) {
    return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
  }
}
