package com.nanospace.notification.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time up to a ceiling, of which a random
 * half is taken off, so that what failed together does not come back together.
 */
record Backoff(Duration first, Duration max) {

  private static final int MAX_DOUBLINGS = 30;

  /**
   * The wait after a number of failures in a row.
   *
   * @param failures from 1
   */
  Duration after(int failures, RandomGenerator random) {
    long ceiling = first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
    ceiling = Math.min(ceiling, max.toMillis());
    return Duration.ofMillis(ceiling - random.nextLong(ceiling / 2 + 1));
  }
}
