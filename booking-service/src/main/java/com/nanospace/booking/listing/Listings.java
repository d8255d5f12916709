package com.nanospace.booking.listing;

import com.nanospace.kit.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The listings that this service knows of. */
@ApplicationScoped
public class Listings implements PanacheRepositoryBase<Listing, UUID> {

  /** How a listing stands in the replica, as far as bookings care. */
  public enum Knowledge {
    UNKNOWN,
    NOT_APPROVED,
    APPROVED
  }

  /**
   * An approved listing.
   *
   * @throws Refusal {@code not_found} for any other
   */
  @Transactional
  public Listing approved(UUID id) {
    return requireApproved(findByIdOptional(id));
  }

  /**
   * An approved listing that can't change until the transaction ends.
   *
   * @throws Refusal {@code not_found} for any other
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Listing approvedAndHeld(UUID id) {
    return requireApproved(findByIdOptional(id, LockModeType.PESSIMISTIC_READ));
  }

  /**
   * A listing that nobody else can book or change until the transaction ends.
   *
   * @throws Refusal {@code not_found}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Listing heldAlone(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("Property"));
  }

  /** The version in which a listing is known; 0 when it is not. */
  @Transactional
  public long versionOf(UUID id) {
    return findByIdOptional(id).map(Listing::version).orElse(0L);
  }

  /** Today, where a known listing is. */
  @Transactional
  public LocalDate todayAt(UUID id, Clock clock) {
    return findByIdOptional(id).orElseThrow(() -> Refusal.notFound("Property")).today(clock);
  }

  @Transactional
  public Knowledge knowledgeOf(UUID id) {
    return findByIdOptional(id)
        .map(listing -> listing.isApproved() ? Knowledge.APPROVED : Knowledge.NOT_APPROVED)
        .orElse(Knowledge.UNKNOWN);
  }

  /**
   * Some archived listings whose bookings nobody has dealt with yet, so drawn that none which fails
   * keeps others waiting.
   */
  @Transactional
  public List<UUID> unsettled(int limit) {
    List<?> ids =
        getEntityManager()
            .createNativeQuery(
                """
                select id from listing where status = 'ARCHIVED' and not bookings_settled
                order by random() limit ?1
                """)
            .setParameter(1, limit)
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }

  /** Notes that nothing is left to do for the bookings of an archived listing. */
  @Transactional
  public void markSettled(UUID id) {
    getEntityManager()
        .createNativeQuery("update listing set bookings_settled = true where id = ?1")
        .setParameter(1, id)
        .executeUpdate();
  }

  private static Listing requireApproved(Optional<Listing> listing) {
    return listing.filter(Listing::isApproved).orElseThrow(() -> Refusal.notFound("Property"));
  }
}
