package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Listings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Cancels the bookings of archived listings whose stay has not begun.
 *
 * <p>What is left to do is read from the tables, so a run that is cut short is taken up by the next
 * one, here or on another replica. No new booking can come: an archived listing refuses it under
 * the lock of its row.
 */
@ApplicationScoped
public class SettleArchivedListings {

  private static final Logger LOG = Logger.getLogger(SettleArchivedListings.class);
  private static final int LISTINGS_PER_RUN = 100;
  private static final int BOOKINGS_PER_BATCH = 100;

  private final Listings listings;
  private final Bookings bookings;
  private final Transitions transitions;
  private final Clock clock;

  SettleArchivedListings(
      Listings listings, Bookings bookings, Transitions transitions, Clock clock) {
    this.listings = listings;
    this.bookings = bookings;
    this.transitions = transitions;
    this.clock = clock;
  }

  @Scheduled(
      every = "{nanospace.booking.archive-interval}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    for (UUID listingId : listings.unsettled(LISTINGS_PER_RUN)) {
      try {
        settle(listingId);
      } catch (RuntimeException e) {
        LOG.errorf(e, "The bookings of listing %s are not settled, tried again later", listingId);
      }
    }
  }

  private void settle(UUID listingId) {
    LocalDate today = listings.todayAt(listingId, clock);
    List<UUID> batch;
    do {
      batch = bookings.activeAfter(listingId, today, BOOKINGS_PER_BATCH);
      for (UUID id : batch) {
        QuarkusTransaction.requiringNew().run(() -> cancel(id));
      }
    } while (!batch.isEmpty());
    listings.markSettled(listingId);
  }

  private void cancel(UUID id) {
    Booking booking = bookings.locked(id);
    if (booking.isActive()) {
      transitions.complete(booking.cancelForArchivedListing(clock.instant()));
    }
  }
}
