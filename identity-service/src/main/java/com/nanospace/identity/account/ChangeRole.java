package com.nanospace.identity.account;

import com.nanospace.identity.account.AccountEvent.RoleChanged;
import com.nanospace.identity.account.messaging.UserEvents;
import com.nanospace.identity.session.EndReason;
import com.nanospace.identity.session.EndSessions;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** An admin gives an account another role. */
@ApplicationScoped
public class ChangeRole {

  private final Accounts accounts;
  private final EndSessions endSessions;
  private final UserEvents events;

  ChangeRole(Accounts accounts, EndSessions endSessions, UserEvents events) {
    this.accounts = accounts;
    this.endSessions = endSessions;
    this.events = events;
  }

  /**
   * Ends all sessions too, for their access tokens speak of the old role; repeating changes
   * nothing.
   *
   * @param admin who asks; may not give up the role themselves, so that one admin always remains
   * @throws Refusal {@code account.own_account}
   */
  @Transactional
  public Account change(UUID admin, UUID id, Role role) {
    if (admin.equals(id) && role != Role.ADMIN) {
      throw new Refusal(AccountError.OWN_ACCOUNT, "You can't give up your own role");
    }
    Account account = accounts.lock(id).orElseThrow(() -> Refusal.notFound("User"));
    if (account.become(role)) {
      events.publish(new RoleChanged(account));
      endSessions.allOf(account, EndReason.ROLE_CHANGED);
    }
    return account;
  }
}
