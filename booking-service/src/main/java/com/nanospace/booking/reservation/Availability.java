package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is free, as a look at the {@link Inventory} that takes nothing. */
@ApplicationScoped
public class Availability {

  /**
   * One day of one kind.
   *
   * @param capacity {@code null} when nothing bounds it
   * @param available {@code null} when nothing bounds it
   */
  public record Day(LocalDate date, @Nullable Integer capacity, @Nullable Integer available) {

    boolean hasRoomFor(int quantity) {
      return available == null || available >= quantity;
    }
  }

  private final EntityManager entities;

  Availability(EntityManager entities) {
    this.entities = entities;
  }

  /** Every day from {@code from} to the one before {@code to}. */
  @Transactional
  public List<Day> of(Listing listing, SpaceKind kind, LocalDate from, LocalDate to) {
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select cast(:from as date) + n,
                  case when i.day is null then o.places else i.capacity end,
                  case when i.day is null then o.places else i.capacity - i.booked end
                from listing_offer o
                cross join generate_series(0, cast(:to as date) - cast(:from as date) - 1) n
                left join inventory i on i.property_id = o.property_id and i.kind = o.kind
                  and i.day = cast(:from as date) + n
                where o.property_id = :property and o.kind = :kind
                order by n
                """)
            .setParameter("property", listing.id())
            .setParameter("kind", kind.name())
            .setParameter("from", from)
            .setParameter("to", to)
            .getResultList();
    return rows.stream().map(row -> (Object[]) row).map(Availability::day).toList();
  }

  /** The days of a stay without room for so many. */
  List<LocalDate> fullDays(Listing listing, SpaceKind kind, Stay stay, int quantity) {
    return of(listing, kind, stay.startDate(), stay.endDate()).stream()
        .filter(day -> !day.hasRoomFor(quantity))
        .map(Day::date)
        .toList();
  }

  private static Day day(Object[] row) {
    return new Day((LocalDate) row[0], (Integer) row[1], (Integer) row[2]);
  }
}
