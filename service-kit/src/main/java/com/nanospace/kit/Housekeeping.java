package com.nanospace.kit;

import com.nanospace.kit.outbox.OutboxConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Removes what the kit's tables no longer need. */
@ApplicationScoped
class Housekeeping {

  /** Longer than an event can stay in its topic and then among dead letters: it may come back. */
  static final Duration KEEP_INBOX = Duration.ofDays(30);

  private static final Duration KEEP_REPLIES = Duration.ofHours(25);

  private final OldRows oldRows;
  private final OutboxConfig outbox;

  Housekeeping(OldRows oldRows, OutboxConfig outbox) {
    this.oldRows = oldRows;
    this.outbox = outbox;
  }

  @Scheduled(every = "10m", delayed = "1m")
  void sweep() {
    oldRows.delete("outbox", "published_at < ?1", outbox.keepPublished());
    oldRows.delete("inbox", "received_at < ?1", KEEP_INBOX);
    oldRows.delete("idempotent_reply", "created_at < ?1", KEEP_REPLIES);
  }
}
