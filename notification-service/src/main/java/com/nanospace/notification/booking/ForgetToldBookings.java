package com.nanospace.notification.booking;

import com.nanospace.kit.OldRows;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Forgets which state of a booking was told once no older one can come any more. */
@ApplicationScoped
class ForgetToldBookings {

  /** Longer than topics (7 days) and dead letters (14 days) are kept. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final OldRows oldRows;

  ForgetToldBookings(OldRows oldRows) {
    this.oldRows = oldRows;
  }

  @Scheduled(every = "1h", delayed = "5m")
  void sweep() {
    oldRows.delete("told_booking", "told_at < ?1", KEPT);
  }
}
