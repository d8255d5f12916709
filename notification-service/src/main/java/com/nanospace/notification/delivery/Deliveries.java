package com.nanospace.notification.delivery;

import com.nanospace.kit.Ids;
import com.nanospace.kit.http.PageRequest;
import com.nanospace.notification.message.Medium;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** All messages, sent and to be sent. */
@ApplicationScoped
public class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

  /** The reason that a code was not sent. */
  static final String CODE_EXPIRED = "code expired";

  /** The reason that nobody was told of what a later event has changed. */
  public static final String OVERTAKEN = "overtaken by a later event";

  /** A person whose address was not looked up yet is found by the one in the contacts. */
  private static final String MATCHES =
      """
      (:status = '' or status = :status)
      and (:recipient = '' or recipient = :recipient or lower(address) = :recipient
        or userId in (
          select c.userId from Contact c
          where lower(c.email) = :recipient or c.phone = :recipient))
      """;

  /** Adds it, unless this event has already planned one for this recipient on this channel. */
  @Transactional(Transactional.TxType.MANDATORY)
  void plan(Delivery delivery, Recipient recipient) {
    boolean planned =
        find(
                "eventId = ?1 and recipient = ?2 and channel = ?3",
                delivery.eventId(),
                recipient.key(),
                delivery.medium().wireName())
            .firstResultOptional()
            .isPresent();
    if (!planned) {
      persist(delivery);
    }
  }

  /** The log, newest first. */
  public List<Delivery> newest(DeliveryFilter filter, PageRequest page) {
    return find(MATCHES + " order by createdAt desc, id desc", parameters(filter))
        .page(page.index(), page.perPage())
        .list();
  }

  public long countOf(DeliveryFilter filter) {
    return count(MATCHES, parameters(filter));
  }

  /** What went to that person, newest first. */
  public List<Delivery> newestTo(UUID person, PageRequest page) {
    return find("userId = ?1 order by createdAt desc, id desc", person)
        .page(page.index(), page.perPage())
        .list();
  }

  public long countTo(UUID person) {
    return count("userId", person);
  }

  /** Skips what was still to be sent, and forgets the codes of what has failed. */
  @Transactional(Transactional.TxType.MANDATORY)
  void wipeExpiredCodes(Instant now) {
    getEntityManager()
        .createNativeQuery(
            """
            update delivery
            set sealed_code = null, updated_at = ?1,
              reason = case when status = 'pending' then ?2 else reason end,
              status = case when status = 'pending' then 'skipped' else status end
            where sealed_code is not null and expires_at <= ?1
            """)
        .setParameter(1, now.atOffset(ZoneOffset.UTC))
        .setParameter(2, CODE_EXPIRED)
        .executeUpdate();
  }

  private static Map<String, Object> parameters(DeliveryFilter filter) {
    String recipient = filter.recipient() == null ? "" : filter.recipient();
    return Map.of(
        "status",
        filter.status() == null ? "" : filter.status().wireName(),
        "recipient",
        recipient.toLowerCase(Locale.ROOT));
  }

  /**
   * Takes due messages for this replica alone, urgent and older ones first. They count as tried
   * once more, so that a message which crashes its sender is not tried for ever: whoever makes it
   * ready gives it up after so many. While the lease lasts no other replica takes them.
   */
  @Transactional
  List<Claim> claim(Medium medium, int count, Instant now, Duration lease) {
    UUID token = Ids.next();
    Instant until = now.plus(lease);
    List<?> claimed =
        getEntityManager()
            .createNativeQuery(
                """
                with due as materialized (
                  select id from delivery
                  where status = 'pending' and channel = ?1 and next_attempt_at <= ?2
                  order by urgent desc, next_attempt_at
                  limit ?3
                  for update skip locked)
                update delivery
                set claim = ?4, attempts = attempts + 1, next_attempt_at = ?5
                from due where delivery.id = due.id
                returning delivery.id
                """)
            .setParameter(1, medium.wireName())
            .setParameter(2, now.atOffset(ZoneOffset.UTC))
            .setParameter(3, count)
            .setParameter(4, token)
            .setParameter(5, until.atOffset(ZoneOffset.UTC))
            .getResultList();
    return claimed.stream().map(id -> new Claim((UUID) id, token, until)).toList();
  }
}
