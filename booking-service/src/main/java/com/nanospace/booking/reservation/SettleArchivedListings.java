package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Listings;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Cancels the bookings of archived listings that are not confirmed or have not begun.
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

  /** Before every id. */
  private static final UUID FIRST = new UUID(0, 0);

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
    boolean settled = true;
    List<UUID> batch = bookings.unstartedAt(listingId, today, FIRST, BOOKINGS_PER_BATCH);
    while (!batch.isEmpty()) {
      settled &= OneByOne.change(batch, "cancelled", id -> cancel(id, today));
      batch = bookings.unstartedAt(listingId, today, batch.getLast(), BOOKINGS_PER_BATCH);
    }
    if (settled) {
      listings.markSettled(listingId);
    }
  }

  private void cancel(UUID id, LocalDate today) {
    Booking booking = bookings.locked(id);
    if (booking.isUnstarted(today)) {
      transitions.complete(booking.cancelForArchivedListing(clock.instant()));
    }
  }
}
