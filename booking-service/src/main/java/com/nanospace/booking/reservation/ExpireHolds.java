package com.nanospace.booking.reservation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Lets pending bookings lapse when nobody has answered in time.
 *
 * <p>Every replica may do so at once: each booking is a transaction of its own, and one that
 * another replica is at is left to it. A booking that fails does not stop the others.
 */
@ApplicationScoped
public class ExpireHolds {

  private static final Logger LOG = Logger.getLogger(ExpireHolds.class);
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
    List<UUID> lapsed = bookings.lapsedHolds(clock.instant(), MAX_PER_RUN);
    for (UUID id : lapsed) {
      try {
        QuarkusTransaction.requiringNew().run(() -> expire(id));
      } catch (RuntimeException e) {
        LOG.errorf(e, "Booking %s could not lapse and is tried again later", id);
      }
    }
  }

  private void expire(UUID id) {
    bookings
        .lockedIfFree(id)
        .filter(booking -> booking.hasLapsed(clock.instant()))
        .ifPresent(booking -> transitions.complete(booking.expire(clock.instant())));
  }
}
