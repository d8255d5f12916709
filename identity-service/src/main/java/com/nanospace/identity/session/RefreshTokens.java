package com.nanospace.identity.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** All refresh tokens, by their hash. */
@ApplicationScoped
class RefreshTokens implements PanacheRepositoryBase<RefreshToken, String> {

  /** Whose token it is; reads no entity, so that the account can be locked before any is. */
  Optional<UUID> accountOf(RefreshSecret secret) {
    return getEntityManager()
        .createQuery(
            """
            select s.accountId from RefreshToken t join Session s on s.id = t.sessionId
            where t.hash = ?1
            """,
            UUID.class)
        .setParameter(1, secret.hash())
        .getResultStream()
        .findFirst();
  }

  /** Ends the replay of the used tokens of a session. */
  void forbidReplay(UUID sessionId) {
    update("childSalt = null where sessionId = ?1 and childSalt is not null", sessionId);
  }
}
