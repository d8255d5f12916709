package com.nanospace.kit;

import com.nanospace.kit.outbox.OutboxConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/**
 * Removes what the kit's tables no longer need. Deleting twice is harmless, so every replica may do
 * it; a bounded number of rows at a time, so that nobody waits for it.
 */
@ApplicationScoped
class Housekeeping {

  /** Longer than any topic keeps its events, so that even a full replay finds them here. */
  private static final Duration KEEP_INBOX = Duration.ofDays(30);

  private static final Duration KEEP_REPLIES = Duration.ofHours(25);
  private static final int MAX_ROWS = 10_000;

  private final EntityManager entities;
  private final OutboxConfig outbox;
  private final Clock clock;

  Housekeeping(EntityManager entities, OutboxConfig outbox, Clock clock) {
    this.entities = entities;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(every = "10m", delayed = "1m")
  @Transactional
  void sweep() {
    delete("outbox", "published_at", outbox.keepPublished());
    delete("inbox", "received_at", KEEP_INBOX);
    delete("idempotent_reply", "created_at", KEEP_REPLIES);
  }

  private void delete(String table, String column, Duration kept) {
    entities
        .createNativeQuery(
            """
            delete from %1$s where ctid = any(array(
              select ctid from %1$s where %2$s < ?1 limit %3$d))
            """
                .formatted(table, column, MAX_ROWS))
        .setParameter(1, clock.instant().minus(kept).atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
