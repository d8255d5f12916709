package com.nanospace.gateway.edge;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Whether the gateway is about to stop ({@code quarkus.shutdown.delay}). It still answers, and with
 * each reply asks the client to send the next request on another connection, which leads elsewhere:
 * when the gateway stops, nobody is left who could send to it.
 */
@Singleton
public class Draining {

  private volatile boolean begun;

  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    begun = true;
  }

  /** Puts the request to reconnect into the reply, once draining has begun. */
  public void mark(Exchange exchange) {
    if (begun) {
      exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }
}
