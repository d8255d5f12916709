package com.nanospace.identity.privacy;

import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.AccountError;
import com.nanospace.identity.account.AccountEvent.Erased;
import com.nanospace.identity.account.Accounts;
import com.nanospace.identity.account.Role;
import com.nanospace.identity.account.messaging.UserEvents;
import com.nanospace.identity.session.EndReason;
import com.nanospace.identity.session.EndSessions;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * People delete their accounts. The row goes with all that hangs on it (sessions, tokens, codes),
 * so that address and number are free again; a tombstone keeps the id and the last version, and the
 * event lets the other services forget too.
 */
@ApplicationScoped
public class EraseAccount {

  private final Accounts accounts;
  private final EndSessions endSessions;
  private final UserEvents events;
  private final Trail trail;
  private final EntityManager entities;
  private final Clock clock;

  EraseAccount(
      Accounts accounts,
      EndSessions endSessions,
      UserEvents events,
      Trail trail,
      EntityManager entities,
      Clock clock) {
    this.accounts = accounts;
    this.endSessions = endSessions;
    this.events = events;
    this.trail = trail;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Erases the account.
   *
   * @throws Refusal {@code account.last_admin}, {@code not_found}
   */
  @Transactional
  public void erase(UUID id) {
    requireAnotherAdmin(id);
    Account account = accounts.lock(id).orElseThrow(() -> Refusal.notFound("Account"));
    Instant now = clock.instant();
    List<UUID> sessions = endSessions.allOf(account, EndReason.ACCOUNT_ERASED);
    account.erased();
    keepTombstone(account, now);
    events.publish(new Erased(account, sessions));
    trail.record("account.erased", "account", id, null, null);
    forgetCodes(account);
    forgetFailedLogins(id);
    accounts.delete(account);
  }

  /** Somebody must be left who can approve listings and make admins. */
  private void requireAnotherAdmin(UUID id) {
    if (accounts.roleOf(id).filter(Role.ADMIN::equals).isPresent()
        && accounts.lockActiveAdmins().equals(List.of(id))) {
      throw new Refusal(
          AccountError.LAST_ADMIN, "The last admin can't delete their account; make another first");
    }
  }

  private void keepTombstone(Account account, Instant now) {
    entities
        .createNativeQuery(
            "insert into erased_account (id, version, role, erased_at) values (?1, ?2, ?3, ?4)")
        .setParameter(1, account.id())
        .setParameter(2, account.version())
        .setParameter(3, account.role().name())
        .setParameter(4, now.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  /** Also those that were asked for before there was an account. */
  private void forgetCodes(Account account) {
    entities
        .createQuery("delete from OneTimeCode where accountId = ?1 or identifier in ?2")
        .setParameter(1, account.id())
        .setParameter(2, account.identifiers())
        .executeUpdate();
  }

  /** They are counted for the account and an address, and for the account alone. */
  private void forgetFailedLogins(UUID id) {
    entities
        .createNativeQuery("delete from failed_logins where starts_with(subject, ?1)")
        .setParameter(1, id + "|")
        .executeUpdate();
    entities
        .createNativeQuery("delete from consecutive_failures where account_id = ?1")
        .setParameter(1, id)
        .executeUpdate();
  }
}
