package com.nanospace.identity.session;

import com.nanospace.kit.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All sessions, also ended ones for a while. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

  /** One page of a list, and how many there are in all. */
  public record Found(List<Session> sessions, long total) {}

  /** Of one account, oldest first. */
  List<Session> live(UUID accountId, Instant now) {
    return list(
        "accountId = ?1 and endedAt is null and expiresAt > ?2 order by id", accountId, now);
  }

  /** Live ones of an account, the last used first. */
  public Found live(UUID accountId, Instant now, PageRequest page) {
    PanacheQuery<Session> query =
        find(
            "accountId = ?1 and endedAt is null and expiresAt > ?2",
            Sort.descending("lastUsedAt", "id"),
            accountId,
            now);
    return new Found(query.page(page.index(), page.perPage()).list(), query.count());
  }

  /** The session, when it is live and of that account. */
  Optional<Session> findLive(UUID accountId, UUID id, Instant now) {
    return find(
            "id = ?1 and accountId = ?2 and endedAt is null and expiresAt > ?3", id, accountId, now)
        .firstResultOptional();
  }

  boolean isLive(UUID id, Instant now) {
    return count("id = ?1 and endedAt is null and expiresAt > ?2", id, now) > 0;
  }

  /** Tells whether somebody has signed in to the account from there, as far as is remembered. */
  public boolean wereOpenedFrom(UUID accountId, String network) {
    return find("accountId = ?1 and clientNetwork = ?2", accountId, network)
        .firstResultOptional()
        .isPresent();
  }

  /** Forgets what ended or expired before {@code then}, with all tokens. */
  long forgetOver(Instant then) {
    return delete("endedAt < ?1 or expiresAt < ?1", then);
  }
}
