package com.nanospace.property.occupancy;

import com.nanospace.property.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many seats are free today, where "today" is the listing's own day. */
@ApplicationScoped
public class FreeSeats {

  private final EntityManager entities;
  private final Clock clock;

  FreeSeats(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** Free seats by listing; listings that don't count their seats are left out. */
  public Map<UUID, Integer> of(Collection<Listing> listings) {
    List<Listing> counting =
        listings.stream().filter(l -> l.details().capacity().bookableSeats() != null).toList();
    Map<UUID, Long> taken = takenToday(counting);
    Map<UUID, Integer> free = new HashMap<>();
    for (Listing listing : counting) {
      Integer bookable = listing.details().capacity().bookableSeats();
      if (bookable != null) {
        long left = bookable - taken.getOrDefault(listing.id(), 0L);
        free.put(listing.id(), Math.toIntExact(Math.max(0, left)));
      }
    }
    return free;
  }

  private Map<UUID, Long> takenToday(List<Listing> listings) {
    if (listings.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select today.listing_id, sum(quantity)
                from unnest(cast(:listings as uuid[]), cast(:days as date[])) as today (listing_id, day)
                join occupancy using (listing_id)
                where holding and unit = 'seat' and start_date <= day and end_date > day
                group by today.listing_id
                """)
            .setParameter("listings", listings.stream().map(Listing::id).toArray(UUID[]::new))
            .setParameter("days", listings.stream().map(this::today).toArray(LocalDate[]::new))
            .getResultList();
    Map<UUID, Long> taken = new HashMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      taken.put((UUID) columns[0], ((Number) columns[1]).longValue());
    }
    return taken;
  }

  private LocalDate today(Listing listing) {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(listing.details().timeZone()));
  }
}
