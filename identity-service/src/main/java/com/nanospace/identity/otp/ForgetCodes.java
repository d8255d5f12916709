package com.nanospace.identity.otp;

import com.nanospace.kit.OldRows;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Removes codes that expired long ago. */
@ApplicationScoped
class ForgetCodes {

  private static final Duration KEPT = Duration.ofDays(1);

  private final OldRows oldRows;

  ForgetCodes(OldRows oldRows) {
    this.oldRows = oldRows;
  }

  @Scheduled(every = "1h", delayed = "5m")
  void sweep() {
    oldRows.delete("one_time_code", "expires_at < ?1", KEPT);
  }
}
