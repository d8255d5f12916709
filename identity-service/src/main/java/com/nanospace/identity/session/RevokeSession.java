package com.nanospace.identity.session;

import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.Accounts;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Somebody signs out of a program that they don't have at hand. */
@ApplicationScoped
public class RevokeSession {

  private final Accounts accounts;
  private final Sessions sessions;
  private final EndSessions endSessions;
  private final Clock clock;

  RevokeSession(Accounts accounts, Sessions sessions, EndSessions endSessions, Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.endSessions = endSessions;
    this.clock = clock;
  }

  /**
   * Ends a live session of that account.
   *
   * @throws Refusal {@code not_found}, also for the session of somebody else
   */
  @Transactional
  public void revoke(UUID accountId, UUID sessionId) {
    Account account = accounts.lock(accountId).orElseThrow(() -> Refusal.notFound("Session"));
    Session session =
        sessions
            .findLive(accountId, sessionId, clock.instant())
            .orElseThrow(() -> Refusal.notFound("Session"));
    endSessions.one(account, session, EndReason.REVOKED);
  }
}
