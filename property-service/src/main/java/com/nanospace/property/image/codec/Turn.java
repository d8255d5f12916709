package com.nanospace.property.image.codec;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets one image in at a time; who waits for too long is sent away. */
final class Turn {

  private static final Duration RETRY = Duration.ofSeconds(10);

  private final Semaphore permit = new Semaphore(1, true);
  private final Duration patience;

  Turn(Duration patience) {
    this.patience = patience;
  }

  /** What takes room and time. */
  @FunctionalInterface
  interface Work {

    EncodedImage run() throws IOException;
  }

  /**
   * Does the work when it is its turn.
   *
   * @throws Refusal {@code dependency.unavailable} when it doesn't come
   */
  EncodedImage run(Work work) throws IOException {
    await();
    try {
      return work.run();
    } finally {
      permit.release();
    }
  }

  private void await() {
    try {
      if (permit.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Refusal(
            CommonError.UNAVAILABLE, "Too many images are being worked on, try again shortly")
        .retryAfter(RETRY);
  }
}
