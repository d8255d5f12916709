package com.nanospace.kit.privacy;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * People whose accounts were deleted, by their ids alone.
 *
 * <p>An access token outlives its account by moments, and events arrive late or again. So whoever
 * is about to store something of a person asks here first, in the same transaction: a lock by the
 * person's id lets any number of such transactions run side by side, and makes an erasure wait for
 * them. What they stored is there when the erasure looks for it; those that begin later see the
 * person erased.
 */
@ApplicationScoped
public class ErasedPeople {

  private static final String NAME_OF_LOCK = "erased-person:";

  private final EntityManager entities;
  private final Clock clock;

  ErasedPeople(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** Adds a person, once nobody is about to store something of them; again is harmless. */
  @Transactional(TxType.MANDATORY)
  public void add(UUID person) {
    lock("pg_advisory_xact_lock", person);
    entities
        .createNativeQuery(
            "insert into erased_person (id, erased_at) values (?1, ?2) on conflict do nothing")
        .setParameter(1, person)
        .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  /** Whether the person was erased; if not, they will not be before the transaction ends. */
  @Transactional(TxType.MANDATORY)
  public boolean contains(UUID person) {
    lock("pg_advisory_xact_lock_shared", person);
    // A statement of its own: it sees what was committed while the lock was waited for.
    return (boolean)
        entities
            .createNativeQuery("select exists (select from erased_person where id = ?1)")
            .setParameter(1, person)
            .getSingleResult();
  }

  /**
   * To be called before anything of the caller is stored.
   *
   * @throws Refusal {@code auth.required} when their account was deleted
   */
  @Transactional(TxType.MANDATORY)
  public void refuseIfErased(UUID person) {
    if (contains(person)) {
      throw new Refusal(CommonError.AUTH_REQUIRED, "This account was deleted");
    }
  }

  private void lock(String function, UUID person) {
    entities
        .createNativeQuery("select 1 from %s(hashtextextended(?1, 0))".formatted(function))
        .setParameter(1, NAME_OF_LOCK + person)
        .getSingleResult();
  }
}
