package com.nanospace.property.listing;

import java.time.Duration;
import java.time.Instant;

/**
 * A ceiling that booking-service holds.
 *
 * @param asked before it was put up
 */
record GrantedCeiling(Ceiling ceiling, Instant asked) {

  /**
   * For how long a change may count on it. Booking-service keeps it for minutes before it asks what
   * became of the change, and then waits for whoever holds the listing's row.
   */
  static final Duration TRUSTED = Duration.ofSeconds(30);

  boolean allows(Ceiling needed, Instant now) {
    return ceiling.equals(needed) && now.isBefore(asked.plus(TRUSTED));
  }
}
