package com.nanospace.identity.trail;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Removes lines of the trail whose time is over, a bounded number at a time. */
@ApplicationScoped
class ForgetAuditEntries {

  private static final int MAX_LINES = 10_000;

  private final AuditEntries entries;
  private final TrailConfig config;
  private final Clock clock;

  ForgetAuditEntries(AuditEntries entries, TrailConfig config, Clock clock) {
    this.entries = entries;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "5m")
  void sweep() {
    entries.forgetBefore(clock.instant().minus(config.keep()), MAX_LINES);
  }
}
