package com.nanospace.gateway.endpoint;

import com.nanospace.gateway.auth.Caller;
import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.routing.PathPattern;
import com.nanospace.gateway.routing.TokenPolicy;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Something that the gateway answers itself; read-only. */
public interface Endpoint {

  List<PathPattern> paths();

  /** By default an endpoint doesn't look at tokens. */
  default TokenPolicy token() {
    return TokenPolicy.OPAQUE;
  }

  Future<Void> answer(Exchange exchange, Optional<Caller> caller);
}
