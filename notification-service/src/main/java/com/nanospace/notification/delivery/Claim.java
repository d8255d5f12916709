package com.nanospace.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that this replica is sending, and the token that proves it.
 *
 * @param until when another replica may take over
 */
record Claim(UUID deliveryId, UUID token, Instant until) {

  /** Whether nobody may take over for that long. */
  boolean lasts(Duration time, Instant now) {
    return now.plus(time).isBefore(until);
  }
}
