package com.nanospace.identity.token;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Follows the folder of keys, and tells the audit trail what changes.
 *
 * <p>Compares with what this replica saw last, not with what the trail says: mounts of one folder
 * follow a change at different times, and who is behind must not record the way back. When the
 * trail can't be told the keys have changed all the same, and it is told the next time.
 */
@ApplicationScoped
class WatchSigningKeys {

  private final SigningKeys keys;
  private final RecordKeyChange recordKeyChange;
  private final TokenConfig config;
  private volatile @Nullable KeyIds told;

  WatchSigningKeys(SigningKeys keys, RecordKeyChange recordKeyChange, TokenConfig config) {
    this.keys = keys;
    this.recordKeyChange = recordKeyChange;
    this.config = config;
  }

  @Scheduled(
      every = "{nanospace.tokens.key-check-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void watch() {
    if (config.keyFolder().isEmpty()) {
      return;
    }
    keys.check();
    KeyIds now = keys.ids();
    if (!now.equals(told)) {
      recordKeyChange.record(now);
      told = now;
    }
  }
}
