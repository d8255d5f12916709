package com.nanospace.identity.session;

import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.Accounts;
import com.nanospace.identity.token.AccessTokens;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A refresh token is exchanged for its child (RFC 9700 §4.14.2). A used one that comes again ends
 * the session, except that a lost reply may be asked for once more within moments.
 */
@ApplicationScoped
public class RotateRefreshToken {

  private static final Logger LOG = Logger.getLogger(RotateRefreshToken.class);

  private final Accounts accounts;
  private final Sessions sessions;
  private final RefreshTokens tokens;
  private final EndSessions endSessions;
  private final AccessTokens accessTokens;
  private final SessionConfig config;
  private final Clock clock;

  RotateRefreshToken(
      Accounts accounts,
      Sessions sessions,
      RefreshTokens tokens,
      EndSessions endSessions,
      AccessTokens accessTokens,
      SessionConfig config,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.endSessions = endSessions;
    this.accessTokens = accessTokens;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Exchanges the token. A refusal keeps what it has caused: the end of the session.
   *
   * @throws Refusal {@code auth.refresh_refused}
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public Grant rotate(RefreshSecret secret) {
    UUID accountId = tokens.accountOf(secret).orElseThrow(RotateRefreshToken::refused);
    Account account = accounts.lock(accountId).orElseThrow(RotateRefreshToken::refused);
    RefreshToken token = tokens.findById(secret.hash());
    Session session = sessions.findById(token.sessionId());
    Instant now = clock.instant();
    if (!account.isActive() || !session.isLive(now)) {
      throw refused();
    }
    RefreshSecret child;
    if (token.isUnused()) {
      child = exchange(token, secret, session, now);
    } else if (token.isReplayable(now, config.replayWindow())) {
      child = token.replay(secret);
    } else {
      LOG.warnf("A used refresh token came again: session %s ends", session.id());
      endSessions.one(account, session, EndReason.TOKEN_REUSED);
      throw refused();
    }
    return new Grant(
        account,
        accessTokens.issue(accountId, session.id(), account.role().wireName()),
        child,
        accessTokens.lifetime());
  }

  private RefreshSecret exchange(
      RefreshToken token, RefreshSecret secret, Session session, Instant now) {
    tokens.forbidReplay(session.id());
    RefreshSecret child = token.use(secret, now);
    session.refreshed(now, config);
    // The database allows one unused token a session: the parent is used before the child exists.
    tokens.flush();
    tokens.persist(new RefreshToken(child, session.id(), now));
    return child;
  }

  public static Refusal refused() {
    return new Refusal(
        SessionError.REFRESH_REFUSED, "The refresh token is not valid any more, sign in again");
  }
}
