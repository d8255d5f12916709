package com.nanospace.booking.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The ceilings that hold. Whoever changes one holds its listing's row alone, and lets the days
 * follow in the same transaction.
 */
@ApplicationScoped
public class Ceilings {

  private final EntityManager entities;

  Ceilings(EntityManager entities) {
    this.entities = entities;
  }

  /** Puts a ceiling up; of two for one state of a listing, each number keeps the lower one. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void put(Ceiling ceiling, Instant now) {
    entities
        .unwrap(Session.class)
        .createNativeMutationQuery(
            """
            insert into capacity_ceiling as known
              (property_id, version, bookable_seats, total_cabins, created_at)
            values (:listing, :version, :seats, :cabins, :now)
            on conflict on constraint pk_capacity_ceiling do update set
              bookable_seats = least(known.bookable_seats, excluded.bookable_seats),
              total_cabins = least(known.total_cabins, excluded.total_cabins),
              created_at = excluded.created_at
            """)
        .setParameter("listing", ceiling.listingId())
        .setParameter("version", ceiling.version())
        .setParameter("seats", ceiling.bookableSeats(), Integer.class)
        .setParameter("cabins", ceiling.totalCabins(), Integer.class)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Ends the ceiling of an earlier state than that one. */
  @Transactional(Transactional.TxType.MANDATORY)
  void endBefore(UUID listingId, long version) {
    entities
        .createNativeQuery("delete from capacity_ceiling where property_id = ?1 and version < ?2")
        .setParameter(1, listingId)
        .setParameter(2, version)
        .executeUpdate();
  }

  /** Ends the ceiling when it has stood since {@code since} or longer; tells whether it did. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean endAbandoned(UUID listingId, Instant since) {
    return entities
            .createNativeQuery(
                "delete from capacity_ceiling where property_id = ?1 and created_at <= ?2")
            .setParameter(1, listingId)
            .setParameter(2, since)
            .executeUpdate()
        == 1;
  }

  /**
   * Some listings whose ceiling has stood since {@code since} or longer, so drawn that none which
   * fails keeps others waiting.
   */
  @Transactional
  List<UUID> standingSince(Instant since, int limit) {
    List<?> ids =
        entities
            .createNativeQuery(
                """
                select property_id from capacity_ceiling where created_at <= ?1
                order by random() limit ?2
                """)
            .setParameter(1, since)
            .setParameter(2, limit)
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }
}
