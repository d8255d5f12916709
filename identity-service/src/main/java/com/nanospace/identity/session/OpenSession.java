package com.nanospace.identity.session;

import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.AccountError;
import com.nanospace.identity.account.Accounts;
import com.nanospace.identity.account.Role;
import com.nanospace.identity.client.Client;
import com.nanospace.identity.token.AccessTokens;
import com.nanospace.kit.Ids;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.trail.Actor;
import com.nanospace.kit.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Somebody has shown who they are, and stays signed in from now on. */
@ApplicationScoped
public class OpenSession {

  private final Accounts accounts;
  private final Sessions sessions;
  private final RefreshTokens tokens;
  private final AccessTokens accessTokens;
  private final Trail trail;
  private final SessionConfig config;
  private final Clock clock;

  OpenSession(
      Accounts accounts,
      Sessions sessions,
      RefreshTokens tokens,
      AccessTokens accessTokens,
      Trail trail,
      SessionConfig config,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.accessTokens = accessTokens;
    this.trail = trail;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Opens a session for the program that sent the request.
   *
   * @param proven the account as it was when they showed its password: none opens by a password
   *     that was changed meanwhile
   * @throws Refusal {@code account.suspended}, {@code auth.wrong_credentials}
   */
  @Transactional
  public Grant open(Account proven, Client client) {
    Account account =
        accounts
            .lock(proven.id())
            .filter(now -> now.passwordChangedAt().equals(proven.passwordChangedAt()))
            .orElseThrow(OpenSession::wrongCredentials);
    if (!account.isActive()) {
      throw new Refusal(AccountError.SUSPENDED, "This account is suspended");
    }
    Instant now = clock.instant();
    account.signedIn(now);
    Session session = new Session(Ids.next(), account.id(), client, now, config);
    sessions.persistAndFlush(session);
    if (account.role() == Role.ADMIN) {
      Actor admin = new Actor(account.id(), account.role().wireName(), session.id());
      trail.record(admin, "admin.signed-in", "account", account.id(), null, null);
    }
    RefreshSecret secret = RefreshSecret.random();
    tokens.persist(new RefreshToken(secret, session.id(), now));
    return new Grant(
        account,
        accessTokens.issue(account.id(), session.id(), account.role().wireName()),
        secret,
        accessTokens.lifetime());
  }

  static Refusal wrongCredentials() {
    return new Refusal(
        SessionError.WRONG_CREDENTIALS, "The e-mail address, phone or password is wrong");
  }
}
