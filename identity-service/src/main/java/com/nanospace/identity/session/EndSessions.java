package com.nanospace.identity.session;

import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.AccountEvent.SessionsRevoked;
import com.nanospace.identity.account.messaging.UserEvents;
import com.nanospace.kit.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Ends sessions of an account that the transaction has locked, and tells everybody. */
@ApplicationScoped
public class EndSessions {

  private final Sessions sessions;
  private final UserEvents events;
  private final Trail trail;
  private final Clock clock;

  EndSessions(Sessions sessions, UserEvents events, Trail trail, Clock clock) {
    this.sessions = sessions;
    this.events = events;
    this.trail = trail;
    this.clock = clock;
  }

  /** Ends all, and tells which. */
  @Transactional(TxType.MANDATORY)
  public List<UUID> allOf(Account account, EndReason reason) {
    List<Session> live = sessions.live(account.id(), clock.instant());
    end(account, live, reason);
    return live.stream().map(Session::id).toList();
  }

  /** Ends all but the one in which the request came. */
  @Transactional(TxType.MANDATORY)
  public void othersOf(Account account, UUID kept, EndReason reason) {
    end(
        account,
        sessions.live(account.id(), clock.instant()).stream()
            .filter(session -> !session.id().equals(kept))
            .toList(),
        reason);
  }

  @Transactional(TxType.MANDATORY)
  void one(Account account, Session session, EndReason reason) {
    end(account, List.of(session), reason);
  }

  private void end(Account account, List<Session> ending, EndReason reason) {
    if (ending.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    ending.forEach(session -> session.end(reason, now));
    account.sessionsRevoked();
    events.publish(new SessionsRevoked(account, ending.stream().map(Session::id).toList()));
    trail.record(
        "session.ended",
        "account",
        account.id(),
        null,
        Map.of("reason", reason.name().toLowerCase(Locale.ROOT), "sessions", ending.size()));
  }
}
