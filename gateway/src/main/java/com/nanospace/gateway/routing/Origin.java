package com.nanospace.gateway.routing;

import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** A service behind the gateway, by the name that routes use. */
public record Origin(String name, String host, int port, boolean tls) {

  static Origin of(String name, URI address) {
    boolean tls = "https".equals(address.getScheme());
    if (!(tls || "http".equals(address.getScheme()))
        || address.getHost() == null
        || !(address.getRawPath().isEmpty() || address.getRawPath().equals("/"))) {
      throw new IllegalArgumentException(
          "the address of %s must be a scheme, a host and a port, not %s".formatted(name, address));
    }
    int port = address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
    return new Origin(name, address.getHost(), port, tls);
  }

  public RequestOptions request() {
    return new RequestOptions().setHost(host).setPort(port).setSsl(tls);
  }
}
