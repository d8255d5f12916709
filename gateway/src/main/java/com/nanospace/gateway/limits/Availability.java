package com.nanospace.gateway.limits;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Whether the shared counts can be asked. Once they can't, one request in a while finds out whether
 * they are back, and no other waits for them.
 */
final class Availability {

  private static final Logger LOG = Logger.getLogger(Availability.class);
  private static final long AVAILABLE = 0;

  private final long pauseNanos;
  private final AtomicLong nextTry;

  /** It counts as away until it has answered once. */
  Availability(Duration pause) {
    this.pauseNanos = pause.toNanos();
    this.nextTry = new AtomicLong(now());
  }

  boolean isAvailable() {
    return nextTry.get() == AVAILABLE;
  }

  boolean mayBeAsked() {
    long next = nextTry.get();
    return next == AVAILABLE
        || (now() - next >= 0 && nextTry.compareAndSet(next, now() + pauseNanos));
  }

  void answered() {
    if (nextTry.get() != AVAILABLE && nextTry.getAndSet(AVAILABLE) != AVAILABLE) {
      LOG.info("requests are counted together with the other replicas");
    }
  }

  void failed(Throwable failure) {
    if (nextTry.getAndSet(now() + pauseNanos) == AVAILABLE) {
      LOG.warnf(
          "requests are counted by this replica alone until the database of the counts is back"
              + " cause=%s",
          failure.toString());
    }
  }

  /** Odd, so that it is never the value that stands for being available. */
  private static long now() {
    return System.nanoTime() | 1;
  }
}
