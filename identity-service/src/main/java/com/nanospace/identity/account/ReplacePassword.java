package com.nanospace.identity.account;

import com.nanospace.identity.account.AccountEvent.PasswordChanged;
import com.nanospace.identity.account.messaging.UserEvents;
import com.nanospace.kit.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Puts a new password in place of the old one, and tells so. */
@ApplicationScoped
public class ReplacePassword {

  private final UserEvents events;
  private final Trail trail;
  private final Clock clock;

  ReplacePassword(UserEvents events, Trail trail, Clock clock) {
    this.events = events;
    this.trail = trail;
    this.clock = clock;
  }

  /** Of an account that the transaction has locked; which sessions end is for the caller to say. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void replace(Account account, String newHash) {
    account.changePassword(newHash, clock.instant());
    events.publish(new PasswordChanged(account));
    trail.record("account.password-changed", "account", account.id(), null, null);
  }
}
