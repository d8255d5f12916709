package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Ceiling;
import com.nanospace.booking.listing.ListingApplied;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.query.NativeQuery;

/**
 * How many places of a listing are booked on each day, and how many there are.
 *
 * <p>A day has a row from its first booking on, also where nothing bounds it ({@code capacity} is
 * null then), so that a bound that comes later finds the right number. Constraints have the last
 * word over every statement, whoever writes it: {@code ck_inventory_not_oversold}; {@code
 * ck_inventory_within_offer}, by which no day comes to be booked beyond what its listing offers,
 * whatever capacity its row claims; and {@code ck_inventory_exact}, by which a transaction must
 * leave on each day as many places booked as active bookings take.
 *
 * <p>Lock order, for everybody: the booking, then its listing (shared by bookings, exclusive to a
 * change of the listing), then the days of one kind in ascending order. A transaction touches the
 * days of one booking or of one listing.
 */
@ApplicationScoped
class Inventory {

  /** What the listing offers, but never less than what is booked already; null: no limit. */
  private static final String CAPACITY =
      "case when o.places is not null then greatest(o.places, %s) end";

  private static final String ITS_DAYS =
      """
       where i.property_id = :property and i.kind = :kind and i.day >= :start and i.day < :end
      """;

  private final EntityManager entities;

  Inventory(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Takes the places on every day, or none at all.
   *
   * @throws Refusal {@code booking.no_capacity} with the full {@code days}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void take(Places places) {
    holdCapacityStill(places);
    openDays(places);
    List<LocalDate> full = lockDays(places);
    if (!full.isEmpty()) {
      throw new FullDays(full).refusal();
    }
    requireAllDays(
        places,
        bind("update inventory i set booked = i.booked + :quantity" + ITS_DAYS, places)
            .setParameter("quantity", places.quantity())
            .executeUpdate());
  }

  /** Gives back what {@link #take} took; the caller sees to it that this happens once. */
  @Transactional(Transactional.TxType.MANDATORY)
  void giveBack(Places places) {
    holdCapacityStill(places);
    lockDays(places);
    requireAllDays(
        places,
        bind(
                """
                update inventory i set booked = i.booked - :quantity, capacity = %s
                from listing_offer o
                """
                        .formatted(CAPACITY.formatted("i.booked - :quantity"))
                    + ITS_DAYS
                    + " and o.property_id = i.property_id and o.kind = i.kind",
                places)
            .setParameter("quantity", places.quantity())
            .executeUpdate());
  }

  /**
   * Days to come follow what their listing offers. Where more is booked than that, the day is full,
   * and its capacity shrinks as bookings end.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void follow(@Observes ListingApplied listing) {
    lockDaysToCome(listing);
    bind(
            """
            update inventory i set capacity = %1$s
            from listing_offer o
            where o.property_id = i.property_id and o.kind = i.kind
              and i.property_id = :property and i.day >= :today
              and i.capacity is distinct from %1$s
            """
                .formatted(CAPACITY.formatted("i.booked")),
            listing)
        .executeUpdate();
  }

  /**
   * Compares what this transaction has changed with the bookings, as the database will at the
   * commit; but the failure of a commit tells nobody which constraint it was. To be called last:
   * from here on each statement is compared on its own.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void requireExact() {
    entities.createNativeQuery("set constraints ck_inventory_exact immediate").executeUpdate();
  }

  /**
   * The days to come, of each kind, on which more is booked than {@code ceiling} allows; they stay
   * as they are until the transaction ends.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<BookedDay> bookedAbove(Ceiling ceiling, LocalDate today) {
    lockDaysToCome(new ListingApplied(ceiling.listingId(), today));
    NativeQuery<?> query =
        entities
            .createNativeQuery(
                """
                select day, kind, booked from inventory
                where property_id = :property and day >= :today
                  and booked > case kind when 'SEAT' then :seats else :cabins end
                order by day, kind
                """)
            .unwrap(NativeQuery.class);
    return query
        .setParameter("property", ceiling.listingId())
        .setParameter("today", today)
        .setParameter("seats", ceiling.bookableSeats(), Integer.class)
        .setParameter("cabins", ceiling.totalCabins(), Integer.class)
        .getResultList()
        .stream()
        .map(row -> bookedDay((Object[]) row))
        .toList();
  }

  private void lockDaysToCome(ListingApplied listing) {
    bind(
            """
            select 1 from inventory where property_id = :property and day >= :today
            order by kind, day for update
            """,
            listing)
        .getResultList();
  }

  private void holdCapacityStill(Places places) {
    entities
        .createNativeQuery("select 1 from listing where id = ?1 for share")
        .setParameter(1, places.propertyId())
        .getSingleResult();
  }

  private void openDays(Places places) {
    bind(
            """
            insert into inventory (property_id, kind, day, capacity, booked)
            select o.property_id, o.kind, cast(:start as date) + n, o.places, 0
            from listing_offer o,
              generate_series(0, cast(:end as date) - cast(:start as date) - 1) n
            where o.property_id = :property and o.kind = :kind
            order by n
            on conflict on constraint pk_inventory do nothing
            """,
            places)
        .executeUpdate();
  }

  /** Locks the days, and names those without room for so many more. */
  private List<LocalDate> lockDays(Places places) {
    List<?> days =
        bind(
                """
                select i.day, coalesce(i.booked + :quantity > i.capacity, false) from inventory i
                """
                    + ITS_DAYS
                    + " order by i.day for update",
                places)
            .setParameter("quantity", places.quantity())
            .getResultList();
    return days.stream()
        .map(day -> (Object[]) day)
        .filter(day -> (boolean) day[1])
        .map(day -> (LocalDate) day[0])
        .toList();
  }

  private static BookedDay bookedDay(Object[] row) {
    return new BookedDay((LocalDate) row[0], SpaceKind.valueOf((String) row[1]), (int) row[2]);
  }

  private static void requireAllDays(Places places, int days) {
    if (days != places.stay().days()) {
      throw new IllegalStateException("%s has inventory for %d days".formatted(places, days));
    }
  }

  private Query bind(String sql, Places places) {
    return entities
        .createNativeQuery(sql)
        .setParameter("property", places.propertyId())
        .setParameter("kind", places.kind().name())
        .setParameter("start", places.stay().startDate())
        .setParameter("end", places.stay().endDate());
  }

  private Query bind(String sql, ListingApplied listing) {
    return entities
        .createNativeQuery(sql)
        .setParameter("property", listing.listingId())
        .setParameter("today", listing.today());
  }
}
