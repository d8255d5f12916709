package com.nanospace.booking.reservation;

import com.nanospace.booking.customer.CustomerErased;
import com.nanospace.booking.listing.Listings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Cancels the bookings of erased customers that are not confirmed or have not begun.
 *
 * <p>Who is left to be dealt with is a row, so a run that is cut short is taken up by the next one,
 * here or on another replica. Each booking is a transaction of its own, for it locks days of its
 * listing. No new booking can come: {@link PlaceBooking} refuses an erased customer.
 */
@ApplicationScoped
public class SettleErasures {

  private static final Logger LOG = Logger.getLogger(SettleErasures.class);
  private static final int CUSTOMERS_PER_RUN = 100;

  private final EntityManager entities;
  private final Bookings bookings;
  private final Listings listings;
  private final Transitions transitions;
  private final Clock clock;

  SettleErasures(
      EntityManager entities,
      Bookings bookings,
      Listings listings,
      Transitions transitions,
      Clock clock) {
    this.entities = entities;
    this.bookings = bookings;
    this.listings = listings;
    this.transitions = transitions;
    this.clock = clock;
  }

  void note(@Observes CustomerErased event) {
    entities
        .createNativeQuery(
            """
            insert into unsettled_erasure (customer_id, noted_at) values (?1, ?2)
            on conflict do nothing
            """)
        .setParameter(1, event.customerId())
        .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  @Scheduled(
      every = "{nanospace.booking.erasure-interval}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    for (UUID customerId : QuarkusTransaction.requiringNew().call(this::unsettled)) {
      try {
        settle(customerId);
      } catch (RuntimeException e) {
        LOG.errorf(e, "The bookings of erased %s are not settled, tried again later", customerId);
      }
    }
  }

  /** So drawn that none which fails keeps others waiting. */
  private List<UUID> unsettled() {
    List<?> ids =
        entities
            .createNativeQuery(
                "select customer_id from unsettled_erasure order by random() limit ?1")
            .setParameter(1, CUSTOMERS_PER_RUN)
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }

  private void settle(UUID customerId) {
    // In no time zone is it an earlier day.
    LocalDate earliest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    if (OneByOne.change(bookings.activeOf(customerId, earliest), "cancelled", this::cancel)) {
      QuarkusTransaction.requiringNew().run(() -> markSettled(customerId));
    }
  }

  private void cancel(UUID id) {
    Booking booking = bookings.locked(id);
    if (booking.isUnstarted(listings.todayAt(booking.place().propertyId(), clock))) {
      transitions.complete(booking.cancelForErasedCustomer(clock.instant()));
    }
  }

  private void markSettled(UUID customerId) {
    entities
        .createNativeQuery("delete from unsettled_erasure where customer_id = ?1")
        .setParameter(1, customerId)
        .executeUpdate();
  }
}
