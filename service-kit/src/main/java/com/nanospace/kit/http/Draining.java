package com.nanospace.kit.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Whether the service is about to stop ({@code quarkus.shutdown.delay}). It still answers, and with
 * each reply asks the caller to send the next request on another connection, which leads elsewhere:
 * when the service stops, nobody is left who could send to it.
 */
@ApplicationScoped
class Draining {

  private volatile boolean begun;

  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    begun = true;
  }

  boolean hasBegun() {
    return begun;
  }
}
