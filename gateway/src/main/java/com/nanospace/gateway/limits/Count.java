package com.nanospace.gateway.limits;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * Where a request stands in its limit.
 *
 * @param remaining requests that may follow at once
 * @param nextIn until one more is allowed; zero when this one is
 * @param reset until as many as ever are allowed
 */
record Count(boolean allowed, long remaining, Duration nextIn, Duration reset) {

  /** A block, as long as it lasts. */
  static Count none(Duration wait) {
    return new Count(false, 0, wait, wait);
  }

  static Count of(ConsumptionProbe probe) {
    return new Count(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForRefill()),
        Duration.ofNanos(probe.getNanosToWaitForReset()));
  }

  /** When it is worth asking again, in seconds from now. */
  long retryAfter() {
    return Math.max(1, ceiling(nextIn));
  }

  /** What the client may look forward to, in seconds from now: more requests, or all of them. */
  long secondsToMore() {
    return allowed ? ceiling(reset) : retryAfter();
  }

  private static long ceiling(Duration duration) {
    return duration.plusMillis(999).toSeconds();
  }
}
