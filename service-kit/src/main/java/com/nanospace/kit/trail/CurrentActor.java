package com.nanospace.kit.trail;

import com.nanospace.kit.http.ClientAddress;
import com.nanospace.kit.security.Caller;
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

  Optional<String> clientAddress() {
    return request().map(ClientAddress::of);
  }

  private Optional<HttpServerRequest> request() {
    if (!Arc.container().requestContext().isActive()) {
      return Optional.empty();
    }
    @Nullable RoutingContext exchange = current.getCurrent();
    return exchange == null ? Optional.empty() : Optional.of(exchange.request());
  }
}
