package com.nanospace.notification.delivery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Wipes codes that are good no longer, wherever their deliveries are. */
@ApplicationScoped
class Housekeeping {

  private final Deliveries deliveries;
  private final Clock clock;

  Housekeeping(Deliveries deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Doing it twice is harmless, so every replica may. */
  @Scheduled(every = "30s")
  @Transactional
  void wipeExpiredCodes() {
    deliveries.wipeExpiredCodes(clock.instant());
  }
}
