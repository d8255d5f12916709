package com.nanospace.identity.privacy;

import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.Accounts;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.privacy.Exported;
import com.nanospace.kit.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service holds about somebody, save what proves who they are: hashes and tokens. */
@ApplicationScoped
public class ExportAccount {

  /** An account, its sessions and the codes that were sent to it. */
  public record Holdings(
      Account account, Exported<ExportedSession> sessions, Exported<ExportedCode> codes) {}

  /** A session, also one that has ended. */
  public record ExportedSession(
      UUID id,
      String clientAddress,
      @Nullable String userAgent,
      Instant createdAt,
      Instant lastUsedAt,
      Instant expiresAt,
      @Nullable Instant endedAt,
      @Nullable String endReason) {}

  /** When a code was sent where; not the code. */
  public record ExportedCode(
      String channel,
      String identifier,
      String purpose,
      Instant issuedAt,
      Instant expiresAt,
      @Nullable Instant closedAt) {}

  private final Accounts accounts;
  private final Trail trail;
  private final EntityManager entities;

  ExportAccount(Accounts accounts, Trail trail, EntityManager entities) {
    this.accounts = accounts;
    this.trail = trail;
    this.entities = entities;
  }

  /**
   * All of it as it is now; that it was asked for is a line of the audit trail.
   *
   * @throws Refusal {@code not_found}
   */
  @Transactional
  public Holdings of(UUID id) {
    Account account = accounts.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("Account"));
    trail.record("account.exported", "account", id, null, null);
    return new Holdings(
        account,
        list(
            """
            select id, clientAddress, userAgent, createdAt, lastUsedAt, expiresAt, endedAt,
              lower(cast(endReason as String))
            from Session where accountId = ?1 order by id desc
            """,
            "Session",
            ExportedSession.class,
            id),
        list(
            """
            select lower(cast(channel as String)), identifier, lower(cast(purpose as String)),
              issuedAt, expiresAt, closedAt
            from OneTimeCode where accountId = ?1 order by id desc
            """,
            "OneTimeCode",
            ExportedCode.class,
            id));
  }

  private <T> Exported<T> list(String query, String entity, Class<T> type, UUID id) {
    long total =
        entities
            .createQuery(
                "select count(*) from %s where accountId = ?1".formatted(entity), Long.class)
            .setParameter(1, id)
            .getSingleResult();
    List<T> entries =
        entities
            .createQuery(query, type)
            .setParameter(1, id)
            .setMaxResults(Exported.BOUND.perPage())
            .getResultList();
    return new Exported<>(total, entries);
  }
}
