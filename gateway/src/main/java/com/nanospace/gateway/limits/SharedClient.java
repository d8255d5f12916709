package com.nanospace.gateway.limits;

import io.github.bucket4j.distributed.BucketProxy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client that all replicas count, as this one knows it: its share, and, once it is blocked, until
 * when. A blocked client is refused without asking anybody, so that its stubbornness is no load on
 * the database.
 */
final class SharedClient extends Client {

  private volatile @Nullable BucketProxy share;
  private volatile boolean refused;
  private volatile long blockedUntil;

  Optional<Count> block() {
    long left = blockedUntil - System.nanoTime();
    return refused && left > 0 ? Optional.of(Count.none(Duration.ofNanos(left))) : Optional.empty();
  }

  /** Counts one request; this may block the thread. */
  Count count(Supplier<BucketProxy> bucket) {
    BucketProxy known = share;
    if (known == null) {
      known = bucket.get();
      share = known;
    }
    Count count = Count.of(known.tryConsumeAndReturnRemaining(1));
    if (!count.allowed()) {
      blockedUntil = System.nanoTime() + count.nextIn().toNanos();
    }
    refused = !count.allowed();
    return count;
  }
}
