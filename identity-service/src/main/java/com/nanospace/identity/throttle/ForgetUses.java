package com.nanospace.identity.throttle;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Removes counted uses and failures that no limit looks at any more. */
@ApplicationScoped
class ForgetUses {

  /** Longer than the longest window of a limit, which is a day. */
  private static final Duration KEPT = Duration.ofDays(2);

  /** Those of an account are kept for as long as it is; a stranger's can't be. */
  private static final Duration STRANGERS_KEPT = Duration.ofDays(30);

  private final EntityManager entities;
  private final Clock clock;

  ForgetUses(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "5m")
  @Transactional
  void sweep() {
    delete("delete from quota_use where used_at < ?1", KEPT);
    delete("delete from failed_logins where last_failure_at < ?1", KEPT);
    delete(
        """
        delete from consecutive_failures where last_failure_at < ?1
          and not exists (select 1 from account where id = account_id)
        """,
        STRANGERS_KEPT);
  }

  private void delete(String statement, Duration kept) {
    entities
        .createNativeQuery(statement)
        .setParameter(1, clock.instant().minus(kept).atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
