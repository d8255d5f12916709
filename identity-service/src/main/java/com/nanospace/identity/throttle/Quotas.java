package com.nanospace.identity.throttle;

import com.nanospace.identity.throttle.Quota.Limit;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Counts uses in the database, so that all replicas agree.
 *
 * <p>Every use is a row, hence a limit holds for any stretch of time and not just for calendar
 * hours. A bucket is locked from the check to the end of the transaction, hence parallel requests
 * can't exceed it.
 */
@ApplicationScoped
public class Quotas {

  private final EntityManager entities;
  private final Locks locks;
  private final Clock clock;

  Quotas(EntityManager entities, Locks locks, Clock clock) {
    this.entities = entities;
    this.locks = locks;
    this.clock = clock;
  }

  /**
   * Checks that one more use of each is allowed, and keeps others from using them until the
   * transaction ends.
   *
   * @throws Refusal {@code rate.limited}, with the time after which all of them allow it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void require(List<Quota> quotas) {
    Instant now = clock.instant();
    quotas.stream().map(Quota::bucket).distinct().sorted().forEach(locks::hold);
    Optional<Instant> free =
        quotas.stream()
            .flatMap(quota -> quota.limits().stream().map(limit -> free(quota, limit, now)))
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
    if (free.isPresent()) {
      throw new Refusal(CommonError.RATE_LIMITED, "Too many requests, try again later")
          .retryAfter(Duration.between(now, free.get()));
    }
  }

  /** Notes a use of each; they were {@linkplain #require required} in the same transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void use(List<Quota> quotas) {
    for (Quota quota : quotas) {
      entities
          .createNativeQuery("insert into quota_use (bucket, used_at) values (?1, ?2)")
          .setParameter(1, quota.bucket())
          .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
          .executeUpdate();
    }
  }

  /** When the limit allows a use again; empty when it does now. */
  private Optional<Instant> free(Quota quota, Limit limit, Instant now) {
    List<?> decisive =
        entities
            .createNativeQuery(
                """
                select used_at from quota_use where bucket = ?1 and used_at > ?2
                order by used_at desc offset ?3 limit 1
                """)
            .setParameter(1, quota.bucket())
            .setParameter(2, now.minus(limit.window()).atOffset(ZoneOffset.UTC))
            .setParameter(3, limit.uses() - 1)
            .getResultList();
    return decisive.stream().map(used -> ((Instant) used).plus(limit.window())).findFirst();
  }
}
