package com.nanospace.identity.session;

import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Somebody signs out of the program they use. */
@ApplicationScoped
public class LogOut {

  private final Accounts accounts;
  private final Sessions sessions;
  private final EndSessions endSessions;
  private final Clock clock;

  LogOut(Accounts accounts, Sessions sessions, EndSessions endSessions, Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.endSessions = endSessions;
    this.clock = clock;
  }

  /** Ends the session; one that is over stays as it is. */
  @Transactional
  public void logOut(UUID accountId, UUID sessionId) {
    Account account = accounts.lock(accountId).orElseThrow();
    sessions
        .findByIdOptional(sessionId)
        .filter(session -> session.isLive(clock.instant()))
        .ifPresent(session -> endSessions.one(account, session, EndReason.LOGOUT));
  }
}
