package com.nanospace.identity.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All sessions, also ended ones for a while. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

  /** Of one account, oldest first. */
  List<Session> live(UUID accountId, Instant now) {
    return list(
        "accountId = ?1 and endedAt is null and expiresAt > ?2 order by id", accountId, now);
  }

  boolean isLive(UUID id, Instant now) {
    return count("id = ?1 and endedAt is null and expiresAt > ?2", id, now) > 0;
  }

  /** Forgets what ended or expired before {@code then}, with all tokens. */
  long forgetOver(Instant then) {
    return delete("endedAt < ?1 or expiresAt < ?1", then);
  }
}
