package com.nanospace.booking.reservation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * Lets pending bookings lapse when nobody has answered in time.
 *
 * <p>Every replica may do so at once: each booking is a transaction of its own, and one that
 * another replica is at is left to it. A booking that fails does not stop the others.
 */
@ApplicationScoped
public class ExpireHolds {

  private static final int MAX_PER_RUN = 1000;

  private final Bookings bookings;
  private final Transitions transitions;
  private final Clock clock;

  ExpireHolds(Bookings bookings, Transitions transitions, Clock clock) {
    this.bookings = bookings;
    this.transitions = transitions;
    this.clock = clock;
  }

  @Scheduled(
      every = "{nanospace.booking.expiry-interval}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    OneByOne.change(
        bookings.lapsedHolds(clock.instant(), MAX_PER_RUN), "expired", id -> expire(id));
  }

  private void expire(UUID id) {
    bookings
        .lockedIfFree(id)
        .filter(booking -> booking.hasLapsed(clock.instant()))
        .ifPresent(booking -> transitions.complete(booking.expire(clock.instant())));
  }
}
