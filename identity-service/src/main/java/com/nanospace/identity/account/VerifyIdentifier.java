package com.nanospace.identity.account;

import com.nanospace.identity.account.AccountEvent.Verified;
import com.nanospace.identity.account.messaging.UserEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Somebody has proven that an e-mail address or a phone is theirs. */
@ApplicationScoped
public class VerifyIdentifier {

  private final Accounts accounts;
  private final UserEvents events;

  VerifyIdentifier(Accounts accounts, UserEvents events) {
    this.accounts = accounts;
    this.events = events;
  }

  /** Marks it verified, and tells whether the account still has it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean verify(UUID id, Identifier identifier) {
    Account account = accounts.lock(id).orElseThrow();
    if (!account.answersTo(identifier)) {
      return false;
    }
    if (account.verify(identifier)) {
      events.publish(new Verified(account));
    }
    return true;
  }
}
