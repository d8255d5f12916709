package com.nanospace.identity.account;

import com.nanospace.identity.account.AccountEvent.ProfileChanged;
import com.nanospace.identity.account.messaging.UserEvents;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** People change what they say about themselves. */
@ApplicationScoped
public class ChangeProfile {

  private final Accounts accounts;
  private final UserEvents events;

  ChangeProfile(Accounts accounts, UserEvents events) {
    this.accounts = accounts;
    this.events = events;
  }

  /**
   * Applies a change to the profile as it is now, so that two changes at once don't undo each
   * other.
   *
   * @throws Refusal {@code account.phone_taken}
   */
  @Transactional
  public Account change(UUID id, UnaryOperator<Profile> change) {
    Account account = accounts.lock(id).orElseThrow(() -> Refusal.notFound("Account"));
    if (account.change(change.apply(account.profile()))) {
      events.publish(new ProfileChanged(account));
    }
    return account;
  }
}
