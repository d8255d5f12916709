package com.nanospace.gateway.edge;

import io.vertx.core.http.HttpServerRequest;

/** Exchanges as the gateway opens them. */
public final class Exchanges {

  private Exchanges() {}

  public static Exchange open(HttpServerRequest request) {
    Exchange exchange = Exchange.open(request, ClientAddresses.peer(request.remoteAddress()));
    exchange.target(RequestTarget.of(request));
    return exchange;
  }
}
