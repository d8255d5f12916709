package com.nanospace.identity.otp;

import com.nanospace.identity.account.Identifier;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All codes of the last time; at most one is open for an identifier and a purpose. */
@ApplicationScoped
class OneTimeCodes implements PanacheRepositoryBase<OneTimeCode, UUID> {

  /** The code that counts. Reads no entity, so that it can be locked before it is. */
  Optional<OpenCode> open(Identifier identifier, Purpose purpose, Instant now) {
    return getEntityManager()
        .createQuery(
            """
            select id, accountId, codeHash from OneTimeCode
            where identifier = ?1 and purpose = ?2 and closedAt is null and expiresAt > ?3
            """,
            OpenCode.class)
        .setParameter(1, identifier.value())
        .setParameter(2, purpose)
        .setParameter(3, now)
        .getResultStream()
        .findFirst();
  }

  /** That code if it still counts, kept from parallel tries until the transaction ends. */
  Optional<OneTimeCode> lock(OpenCode code, Instant now) {
    return find("id = ?1 and closedAt is null and expiresAt > ?2", code.id(), now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Voids the code that is open, if one is. */
  void close(Identifier identifier, Purpose purpose, Instant now) {
    update(
        "closedAt = ?1 where identifier = ?2 and purpose = ?3 and closedAt is null",
        now,
        identifier.value(),
        purpose);
  }
}
