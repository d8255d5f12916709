package com.nanospace.identity.account;

import com.nanospace.identity.account.AccountEvent.RoleChanged;
import com.nanospace.identity.account.messaging.UserEvents;
import com.nanospace.identity.session.EndReason;
import com.nanospace.identity.session.EndSessions;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** An admin gives an account another role. */
@ApplicationScoped
public class ChangeRole {

  private final Accounts accounts;
  private final EndSessions endSessions;
  private final UserEvents events;
  private final Trail trail;

  ChangeRole(Accounts accounts, EndSessions endSessions, UserEvents events, Trail trail) {
    this.accounts = accounts;
    this.endSessions = endSessions;
    this.events = events;
    this.trail = trail;
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
    Role before = account.role();
    if (account.become(role)) {
      trail.record(
          "account.role-changed",
          "account",
          id,
          Map.of("role", before.wireName()),
          Map.of("role", role.wireName()));
      events.publish(new RoleChanged(account));
      endSessions.allOf(account, EndReason.ROLE_CHANGED);
    }
    return account;
  }
}
