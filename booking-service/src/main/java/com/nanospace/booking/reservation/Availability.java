package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    Map<LocalDate, Day> booked = bookedDays(listing.id(), kind, from, to);
    Optional<Integer> offered =
        kind == SpaceKind.SEAT ? listing.bookableSeats() : listing.totalCabins();
    return from.datesUntil(to)
        .map(date -> booked.getOrDefault(date, free(date, offered.orElse(null))))
        .toList();
  }

  /** The days of a stay without room for so many. */
  List<LocalDate> fullDays(Listing listing, SpaceKind kind, Stay stay, int quantity) {
    return of(listing, kind, stay.startDate(), stay.endDate()).stream()
        .filter(day -> !day.hasRoomFor(quantity))
        .map(Day::date)
        .toList();
  }

  private static Day free(LocalDate date, @Nullable Integer capacity) {
    return new Day(date, capacity, capacity);
  }

  private Map<LocalDate, Day> bookedDays(
      UUID propertyId, SpaceKind kind, LocalDate from, LocalDate to) {
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select day, capacity, capacity - booked from inventory
                where property_id = ?1 and kind = ?2 and day >= ?3 and day < ?4
                """,
                Object[].class)
            .setParameter(1, propertyId)
            .setParameter(2, kind.name())
            .setParameter(3, from)
            .setParameter(4, to)
            .getResultList();
    Map<LocalDate, Day> days = new HashMap<>();
    for (Object row : rows) {
      Object[] day = (Object[]) row;
      LocalDate date = (LocalDate) day[0];
      days.put(date, new Day(date, (Integer) day[1], (Integer) day[2]));
    }
    return days;
  }
}
