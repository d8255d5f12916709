package com.nanospace.booking.reservation;

import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** All bookings. */
@ApplicationScoped
public class Bookings implements PanacheRepositoryBase<Booking, UUID> {

  private static final Sort NEWEST_FIRST = Sort.by("id").descending();

  /** One page of a list, and how many there are in all. */
  public record Page(List<Booking> bookings, long total) {}

  /**
   * A booking that this person may see.
   *
   * @throws Refusal {@code not_found} for any other
   */
  @Transactional
  public Booking visible(UUID id, Actor actor) {
    return findByIdOptional(id)
        .filter(actor::maySee)
        .orElseThrow(() -> Refusal.notFound("Booking"));
  }

  /** As {@link #visible}, and nobody else can change it until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  Booking visibleAndLocked(UUID id, Actor actor) {
    Booking booking = locked(id);
    if (!actor.maySee(booking)) {
      throw Refusal.notFound("Booking");
    }
    return booking;
  }

  /** Waits for whoever is at the booking, then locks it. */
  @Transactional(Transactional.TxType.MANDATORY)
  Booking locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("Booking"));
  }

  /** Locks the booking, unless somebody else is at it. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Booking> lockedIfFree(UUID id) {
    return getEntityManager()
        .unwrap(Session.class)
        .createSelectionQuery("from Booking where id = ?1", Booking.class)
        .setParameter(1, id)
        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .uniqueResultOptional();
  }

  @Transactional
  public Page ofCustomer(UUID customerId, @Nullable BookingStatus status, PageRequest page) {
    return page(
        status == null
            ? find("customerId = ?1", NEWEST_FIRST, customerId)
            : find("customerId = ?1 and status = ?2", NEWEST_FIRST, customerId, status),
        page);
  }

  @Transactional
  public Page ofOwner(UUID ownerId, @Nullable BookingStatus status, PageRequest page) {
    return page(
        status == null
            ? find("place.ownerId = ?1", NEWEST_FIRST, ownerId)
            : find("place.ownerId = ?1 and status = ?2", NEWEST_FIRST, ownerId, status),
        page);
  }

  @Transactional
  public Page everyones(@Nullable BookingStatus status, PageRequest page) {
    return page(
        status == null ? findAll(NEWEST_FIRST) : find("status = ?1", NEWEST_FIRST, status), page);
  }

  @Transactional
  public Map<BookingStatus, Long> countByStatus() {
    Map<BookingStatus, Long> counts = new EnumMap<>(BookingStatus.class);
    getEntityManager()
        .createQuery("select status, count(*) from Booking group by status", Object[].class)
        .getResultList()
        .forEach(row -> counts.put((BookingStatus) row[0], (Long) row[1]));
    return counts;
  }

  /** Pending bookings whose hold has lapsed, the oldest first. */
  @Transactional
  List<UUID> lapsedHolds(Instant now, int limit) {
    return getEntityManager()
        .createQuery(
            """
            select id from Booking
            where status = PENDING and holdExpiresAt <= ?1 order by holdExpiresAt
            """,
            UUID.class)
        .setParameter(1, now)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Bookings of a listing that are pending, or confirmed and begin after that day; by their id. */
  @Transactional
  List<UUID> unstartedAt(UUID propertyId, LocalDate today, UUID after, int limit) {
    return getEntityManager()
        .createQuery(
            """
            select id from Booking
            where place.propertyId = ?1 and id > ?3
              and (status = PENDING or (status = CONFIRMED and stay.startDate > ?2))
            order by id
            """,
            UUID.class)
        .setParameter(1, propertyId)
        .setParameter(2, today)
        .setParameter(3, after)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * Bookings of a person that take places, without confirmed ones that began before that day
   * wherever they are.
   */
  @Transactional
  List<UUID> activeOf(UUID customerId, LocalDate day) {
    return getEntityManager()
        .createQuery(
            """
            select id from Booking
            where customerId = ?1 and (status = PENDING or (status = CONFIRMED and stay.startDate >= ?2))
            order by id
            """,
            UUID.class)
        .setParameter(1, customerId)
        .setParameter(2, day)
        .getResultList();
  }

  /** Takes out of a person's bookings who they are and what they wrote. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forgetCustomer(UUID customerId) {
    getEntityManager()
        .createNativeQuery(
            """
            update booking set customer_name = null, customer_email = null, customer_phone = null,
              notes = null,
              cancellation_reason =
                case when cancelled_by = 'CUSTOMER' then null else cancellation_reason end
            where customer_id = ?1
            """)
        .setParameter(1, customerId)
        .executeUpdate();
  }

  private static Page page(PanacheQuery<Booking> all, PageRequest page) {
    return new Page(all.page(page.index(), page.perPage()).list(), all.count());
  }
}
