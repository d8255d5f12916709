package com.nanospace.identity.account;

import com.nanospace.identity.account.AccountEvent.Reactivated;
import com.nanospace.identity.account.AccountEvent.Suspended;
import com.nanospace.identity.account.messaging.UserEvents;
import com.nanospace.identity.session.EndReason;
import com.nanospace.identity.session.EndSessions;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** An admin closes an account for now, or opens it again. */
@ApplicationScoped
public class ChangeStatus {

  private final Accounts accounts;
  private final EndSessions endSessions;
  private final UserEvents events;
  private final Trail trail;

  ChangeStatus(Accounts accounts, EndSessions endSessions, UserEvents events, Trail trail) {
    this.accounts = accounts;
    this.endSessions = endSessions;
    this.events = events;
    this.trail = trail;
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
    AccountStatus before = account.status();
    if (account.become(status)) {
      trail.record(
          switch (status) {
            case ACTIVE -> "account.reactivated";
            case SUSPENDED -> "account.suspended";
          },
          "account",
          id,
          Map.of("status", before.wireName()),
          Map.of("status", status.wireName()));
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
