package com.nanospace.notification.delivery;

import com.nanospace.notification.channel.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Spares a channel whose other side is away: nothing is sent for a while, which doubles each time,
 * and then one message goes first to find out.
 */
final class Rest {

  private final Backoff backoff;
  private final Clock clock;
  private int failures;
  private boolean scoutIsOut;
  private Instant until = Instant.MIN;

  Rest(Backoff backoff, Clock clock) {
    this.backoff = backoff;
    this.clock = clock;
  }

  /** How many of {@code wanted} messages may be sent now. */
  synchronized int allows(int wanted) {
    if (failures == 0) {
      return wanted;
    }
    return scoutIsOut || clock.instant().isBefore(until) ? 0 : Math.min(wanted, 1);
  }

  /** So many messages are on their way. */
  synchronized void started(int count) {
    scoutIsOut = failures > 0 && count > 0;
  }

  /** A message came back with nothing to say about the channel. */
  synchronized void ended() {
    scoutIsOut = false;
  }

  synchronized void learned(Outcome outcome) {
    scoutIsOut = false;
    if (outcome instanceof Outcome.Away || outcome instanceof Outcome.Unsure) {
      Instant now = clock.instant();
      // What was on its way together counts as one failure.
      if (!now.isBefore(until)) {
        failures++;
        until = now.plus(backoff.after(failures, ThreadLocalRandom.current()));
      }
    } else {
      failures = 0;
      until = Instant.MIN;
    }
  }

  synchronized boolean isResting() {
    return failures > 0;
  }
}
