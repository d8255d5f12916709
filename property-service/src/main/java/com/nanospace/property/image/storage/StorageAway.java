package com.nanospace.property.image.storage;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import java.time.Duration;
import org.jboss.logging.Logger;

/** What a client hears while the storage can't keep or deliver an image. */
final class StorageAway {

  private static final Logger LOG = Logger.getLogger(StorageAway.class);
  private static final Duration BREAK = Duration.ofSeconds(30);

  private StorageAway() {}

  static Refusal because(Exception cause) {
    LOG.errorf("The image storage failed: %s", cause.toString());
    return refusal();
  }

  /** Says nothing in the log, where those that wait for the storage tell what becomes of it. */
  static Refusal becauseTooManyWait() {
    return refusal();
  }

  private static Refusal refusal() {
    return new Refusal(CommonError.UNAVAILABLE, "The image storage is away, try again shortly")
        .retryAfter(BREAK);
  }
}
