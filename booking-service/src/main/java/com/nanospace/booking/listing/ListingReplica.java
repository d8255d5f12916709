package com.nanospace.booking.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.Session;

/**
 * Takes over what property-service tells about a listing.
 *
 * <p>Of two states the one with the higher version wins, in whatever order and however often they
 * come, from events and from answers alike.
 */
@ApplicationScoped
public class ListingReplica {

  private final EntityManager entities;
  private final Ceilings ceilings;
  private final Event<ListingApplied> applied;
  private final Clock clock;

  ListingReplica(
      EntityManager entities, Ceilings ceilings, Event<ListingApplied> applied, Clock clock) {
    this.entities = entities;
    this.ceilings = ceilings;
    this.applied = applied;
    this.clock = clock;
  }

  /** Tells whether the state was newer than what was known. */
  @Transactional
  public boolean apply(ListingState state) {
    boolean newer = store(state);
    if (newer) {
      ceilings.endBefore(state.propertyId(), state.version());
      tellOf(state);
    }
    return newer;
  }

  /**
   * Takes over the state, and ends a ceiling that has stood since {@code since} without a change
   * that would have ended it.
   *
   * @param state no change of an earlier one can come any more
   */
  @Transactional
  void applyAndEndCeiling(ListingState state, Instant since) {
    // Holds the listing's row from here on, also when the state is not new.
    apply(state);
    if (ceilings.endAbandoned(state.propertyId(), since)) {
      tellOf(state);
    }
  }

  private void tellOf(ListingState state) {
    applied.fire(
        new ListingApplied(state.propertyId(), LocalDate.ofInstant(clock.instant(), state.zone())));
  }

  private boolean store(ListingState state) {
    return entities
            .unwrap(Session.class)
            .createNativeMutationQuery(
                """
                insert into listing as known
                  (id, version, owner_id, name, type, city, price_per_seat, price_per_cabin,
                   price_per_month, price_per_day, currency, bookable_seats, total_cabins,
                   time_zone, status)
                values (:id, :version, :owner, :name, :type, :city, :perSeat, :perCabin,
                   :perMonth, :perDay, :currency, :seats, :cabins, :zone, :status)
                on conflict (id) do update set
                  version = excluded.version, owner_id = excluded.owner_id, name = excluded.name,
                  type = excluded.type, city = excluded.city,
                  price_per_seat = excluded.price_per_seat,
                  price_per_cabin = excluded.price_per_cabin,
                  price_per_month = excluded.price_per_month,
                  price_per_day = excluded.price_per_day, currency = excluded.currency,
                  bookable_seats = excluded.bookable_seats, total_cabins = excluded.total_cabins,
                  time_zone = excluded.time_zone, status = excluded.status
                where known.version < excluded.version
                """)
            .setParameter("id", state.propertyId())
            .setParameter("version", state.version())
            .setParameter("owner", state.ownerId())
            .setParameter("name", state.name())
            .setParameter("type", state.type())
            .setParameter("city", state.city())
            .setParameter("perSeat", state.pricePerSeat(), BigDecimal.class)
            .setParameter("perCabin", state.pricePerCabin(), BigDecimal.class)
            .setParameter("perMonth", state.pricePerMonth(), BigDecimal.class)
            .setParameter("perDay", state.pricePerDay(), BigDecimal.class)
            .setParameter("currency", state.currency())
            .setParameter("seats", state.bookableSeats(), Integer.class)
            .setParameter("cabins", state.totalCabins(), Integer.class)
            .setParameter("zone", state.zone().getId())
            .setParameter("status", ListingStatus.of(state.status()).name())
            .executeUpdate()
        == 1;
  }
}
