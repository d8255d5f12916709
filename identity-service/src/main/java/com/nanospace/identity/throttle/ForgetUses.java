package com.nanospace.identity.throttle;

import com.nanospace.kit.OldRows;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Removes counted uses and failures that no limit looks at any more. */
@ApplicationScoped
class ForgetUses {

  /** Longer than the longest window of a limit, which is a day. */
  private static final Duration KEPT = Duration.ofDays(2);

  /** Those of an account are kept for as long as it is; a stranger's can't be. */
  private static final Duration STRANGERS_KEPT = Duration.ofDays(30);

  private final OldRows oldRows;

  ForgetUses(OldRows oldRows) {
    this.oldRows = oldRows;
  }

  @Scheduled(every = "1h", delayed = "5m")
  void sweep() {
    oldRows.delete("quota_use", "used_at < ?1", KEPT);
    oldRows.delete("failed_logins", "last_failure_at < ?1", KEPT);
    oldRows.delete(
        "consecutive_failures",
        "last_failure_at < ?1 and not exists (select 1 from account where id = account_id)",
        STRANGERS_KEPT);
  }
}
