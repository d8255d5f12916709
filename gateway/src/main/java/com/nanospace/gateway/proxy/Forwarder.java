package com.nanospace.gateway.proxy;

import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.Framing;
import com.nanospace.gateway.edge.RequestMeters;
import com.nanospace.gateway.edge.SecurityHeaders;
import com.nanospace.gateway.routing.Route;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Passes requests on to their services; neither body is ever held as a whole. */
@Singleton
public class Forwarder {

  private static final ProxyOptions NO_WEB_SOCKETS = new ProxyOptions().setSupportWebSocket(false);

  private final Vertx vertx;
  private final ProxyConfig config;
  private final RequestMeters meters;
  private final SecurityHeaders security;
  private final HttpClient client;

  Forwarder(Vertx vertx, ProxyConfig config, RequestMeters meters, SecurityHeaders security) {
    this.vertx = vertx;
    this.config = config;
    this.meters = meters;
    this.security = security;
    this.client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setConnectTimeout((int) config.connectTimeout().toMillis())
                    .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                    .setReadIdleTimeout((int) config.transferTimeout().toSeconds())
                    .setMaxHeaderSize(32 * 1024)
                    .setHttp2ClearTextUpgrade(false)
                    .setTcpNoDelay(true))
            .with(
                new PoolOptions()
                    .setHttp1MaxSize(config.connections())
                    .setMaxWaitQueueSize(config.waiting()))
            .withConnectHandler(Connections::watch)
            .build();
  }

  /**
   * @throws com.nanospace.gateway.edge.Refusal when the request declares a body that is too large
   */
  public void forward(Exchange exchange, Route route) {
    if (Framing.declaredLength(exchange.request()) > route.maxBody()) {
      throw LimitedBody.tooLarge(route.maxBody());
    }
    Forwarding forwarding = new Forwarding(vertx, exchange, route, config, meters, security);
    HttpProxy.reverseProxy(NO_WEB_SOCKETS, client)
        .origin(context -> forwarding.connect(client))
        .addInterceptor(forwarding)
        .handle(exchange.request());
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
