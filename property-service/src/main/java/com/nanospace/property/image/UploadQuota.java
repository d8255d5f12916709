package com.nanospace.property.image;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Ids;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.privacy.ErasedPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what one person uploads within bounds, over all replicas.
 *
 * <p>Nothing is summed up on the side: what counts is the rows of images, so that one which is
 * deleted gives its room back, and a reservation for each upload that is under way. A lock by the
 * person is held from counting to the end of the transaction, hence parallel uploads can't pass a
 * bound together.
 */
@ApplicationScoped
public class UploadQuota {

  /** Longer than any upload is worked on. What a crash leaves behind counts for that long. */
  static final Duration RESERVED_FOR = Duration.ofMinutes(15);

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration BREAK = Duration.ofSeconds(5);

  private static final String COUNTED =
      """
      (select id, size_bytes, created_at from image
         where uploaded_by = :person and created_at > :since
       union all
       select id, size_bytes, created_at from upload_reservation
         where uploaded_by = :person and created_at > :alive and id <> :own)
      """;

  /** The youngest of those that must be a day old before there is room again. */
  private static final String LAST_IN_THE_WAY =
      """
      select max(created_at)
      from (
        select created_at, count(*) over newest as images, sum(size_bytes) over newest as bytes
        from %s counted
        window newest as (order by created_at desc, id desc)) summed
      where images >= :images or bytes + :size > :bytes
      """
          .formatted(COUNTED);

  private static final String IS_FULL =
      """
      select count(*) >= :images or coalesce(sum(size_bytes), 0) + :size > :bytes
      from %s counted
      """
          .formatted(COUNTED);

  private final EntityManager entities;
  private final ErasedPeople erased;
  private final UploadConfig config;
  private final Clock clock;

  UploadQuota(EntityManager entities, ErasedPeople erased, UploadConfig config, Clock clock) {
    this.entities = entities;
    this.erased = erased;
    this.config = config;
    this.clock = clock;
  }

  /** Room for one upload. */
  record Reservation(UUID id, UUID person, long bytes) {}

  /**
   * Sets room aside; give it back by {@link #release} unless {@link #settle} took it.
   *
   * @param bytes what is known of the size by now
   * @throws Refusal {@code upload.daily_quota} with the time to wait, {@code upload.quota}, {@code
   *     request.too_large} when no day has room for it, or {@code auth.required}
   */
  @Transactional
  Reservation reserve(UUID person, long bytes) {
    erased.refuseIfErased(person);
    Reservation reservation = new Reservation(Ids.next(), person, bytes);
    requireRoom(reservation);
    entities
        .createNativeQuery(
            """
            insert into upload_reservation (id, uploaded_by, size_bytes, created_at)
            values (:id, :person, :bytes, :now)
            """)
        .setParameter("id", reservation.id())
        .setParameter("person", person)
        .setParameter("bytes", bytes)
        .setParameter("now", ago(Duration.ZERO))
        .executeUpdate();
    return reservation;
  }

  /**
   * Sets more room aside for an image that turned out to be larger than its file.
   *
   * @throws Refusal as {@link #reserve}
   */
  @Transactional
  void enlarge(Reservation reservation, long bytes) {
    requireRoom(new Reservation(reservation.id(), reservation.person(), bytes));
    entities
        .createNativeQuery("update upload_reservation set size_bytes = :bytes where id = :id")
        .setParameter("bytes", bytes)
        .setParameter("id", reservation.id())
        .executeUpdate();
  }

  /**
   * To be called in the transaction that stores the image, which counts from then on.
   *
   * @throws Refusal {@code dependency.unavailable} when it took so long that others may have the
   *     room by now
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void settle(Reservation reservation) {
    erased.refuseIfErased(reservation.person());
    int taken =
        entities
            .createNativeQuery(
                "delete from upload_reservation where id = :id and created_at > :alive")
            .setParameter("id", reservation.id())
            .setParameter("alive", ago(RESERVED_FOR))
            .executeUpdate();
    if (taken == 0) {
      throw new Refusal(CommonError.UNAVAILABLE, "Storing the image took too long, try again")
          .retryAfter(BREAK);
    }
  }

  /** Gives the room of a failed upload back. */
  @Transactional
  void release(Reservation reservation) {
    entities
        .createNativeQuery("delete from upload_reservation where id = :id")
        .setParameter("id", reservation.id())
        .executeUpdate();
  }

  private void requireRoom(Reservation wanted) {
    if (wanted.bytes() > config.bytesPerDay().asLongValue()) {
      throw new Refusal(
          CommonError.TOO_LARGE, "The image is larger than what you may upload in a day");
    }
    entities
        .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))")
        .setParameter("name", "uploads:" + wanted.person())
        .getSingleResult();
    if (isFull(wanted)) {
      throw new Refusal(
          UploadError.ACCOUNT_IS_FULL,
          "You have stored as many images as one account may: %d, or %d MB of them"
              .formatted(config.images(), config.bytes().asLongValue() >> 20));
    }
    @Nullable Instant last = lastInTheWay(wanted);
    if (last != null) {
      throw new Refusal(
              UploadError.DAY_IS_FULL,
              "You have uploaded as many images as one account may in a day: %d, or %d MB of them"
                  .formatted(config.imagesPerDay(), config.bytesPerDay().asLongValue() >> 20))
          .retryAfter(Duration.between(clock.instant(), last.plus(DAY)));
    }
  }

  private boolean isFull(Reservation wanted) {
    Query query = entities.createNativeQuery(IS_FULL);
    bind(query, wanted, Instant.EPOCH.atOffset(ZoneOffset.UTC));
    query.setParameter("images", config.images());
    query.setParameter("bytes", config.bytes().asLongValue());
    return (boolean) query.getSingleResult();
  }

  private @Nullable Instant lastInTheWay(Reservation wanted) {
    Query query = entities.createNativeQuery(LAST_IN_THE_WAY);
    bind(query, wanted, ago(DAY));
    query.setParameter("images", config.imagesPerDay());
    query.setParameter("bytes", config.bytesPerDay().asLongValue());
    return (Instant) query.getSingleResult();
  }

  private void bind(Query query, Reservation wanted, OffsetDateTime since) {
    query.setParameter("person", wanted.person());
    query.setParameter("own", wanted.id());
    query.setParameter("size", wanted.bytes());
    query.setParameter("since", since);
    query.setParameter("alive", ago(RESERVED_FOR));
  }

  private OffsetDateTime ago(Duration time) {
    return clock.instant().minus(time).atOffset(ZoneOffset.UTC);
  }
}
