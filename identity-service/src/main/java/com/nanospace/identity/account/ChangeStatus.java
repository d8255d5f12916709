package com.nanospace.identity.account;

import com.nanospace.identity.account.AccountEvent.Reactivated;
import com.nanospace.identity.account.AccountEvent.Suspended;
import com.nanospace.identity.account.messaging.UserEvents;
import com.nanospace.identity.session.EndReason;
import com.nanospace.identity.session.EndSessions;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** An admin closes an account for now, or opens it again. */
@ApplicationScoped
public class ChangeStatus {

  private final Accounts accounts;
  private final EndSessions endSessions;
  private final UserEvents events;

  ChangeStatus(Accounts accounts, EndSessions endSessions, UserEvents events) {
    this.accounts = accounts;
    this.endSessions = endSessions;
    this.events = events;
  }

  /**
   * Suspending ends all sessions; repeating changes nothing.
   *
   * @param admin who asks; may not suspend themselves, so that one admin always remains
   * @throws Refusal {@code account.own_account}
   */
  @Transactional
  public Account change(UUID admin, UUID id, AccountStatus status) {
    if (admin.equals(id) && status == AccountStatus.SUSPENDED) {
      throw new Refusal(AccountError.OWN_ACCOUNT, "You can't suspend your own account");
    }
    Account account = accounts.lock(id).orElseThrow(() -> Refusal.notFound("User"));
    if (account.become(status)) {
      switch (status) {
        case ACTIVE -> events.publish(new Reactivated(account));
        case SUSPENDED -> {
          events.publish(new Suspended(account));
          endSessions.allOf(account, EndReason.SUSPENDED);
        }
      }
    }
    return account;
  }
}
