package com.nanospace.gateway.routing;

import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** A service behind the gateway, by the name that routes use. */
public record Origin(String name, String host, int port, boolean tls) {

  static Origin of(String name, URI address) {
    String host = address.getHost();
    boolean tls = "https".equals(address.getScheme());
    boolean bare = address.getRawPath().isEmpty() || address.getRawPath().equals("/");
    if (host == null || !bare || !(tls || "http".equals(address.getScheme()))) {
      throw new IllegalArgumentException(
          "the address of %s must be a scheme, a host and a port, not %s".formatted(name, address));
    }
    int port = address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
    return new Origin(name, host, port, tls);
  }

  public RequestOptions request() {
    return new RequestOptions().setHost(host).setPort(port).setSsl(tls);
  }
}
