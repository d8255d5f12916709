package com.nanospace.identity.password;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many passwords be hashed at once as memory allows; the others wait, or are refused. */
@ApplicationScoped
class HashingTurns {

  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final Semaphore turns;
  private final PasswordConfig config;

  HashingTurns(PasswordConfig config) {
    this.config = config;
    this.turns = new Semaphore(config.concurrent(), true);
  }

  /**
   * Runs the work when it is its turn.
   *
   * @throws Refusal {@code dependency.unavailable} when too many wait, or for too long
   */
  <T> T take(Supplier<T> work) {
    if (turns.getQueueLength() >= config.waiting() || !acquire()) {
      throw new Refusal(CommonError.UNAVAILABLE, "Too many people sign in now, try again shortly")
          .retryAfter(COME_BACK);
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private boolean acquire() {
    try {
      return turns.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
