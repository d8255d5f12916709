package com.nanospace.identity.account;

import com.nanospace.identity.client.Client;
import com.nanospace.identity.password.PasswordRules;
import com.nanospace.identity.password.Passwords;
import com.nanospace.identity.session.EndReason;
import com.nanospace.identity.session.EndSessions;
import com.nanospace.identity.throttle.LoginThrottle;
import com.nanospace.identity.throttle.LoginThrottle.Subject;
import com.nanospace.kit.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Somebody who is signed in sets another password. */
@ApplicationScoped
public class ChangePassword {

  private final Accounts accounts;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final LoginThrottle throttle;
  private final ReplacePassword replacePassword;
  private final EndSessions endSessions;

  ChangePassword(
      Accounts accounts,
      Passwords passwords,
      PasswordRules rules,
      LoginThrottle throttle,
      ReplacePassword replacePassword,
      EndSessions endSessions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.rules = rules;
    this.throttle = throttle;
    this.replacePassword = replacePassword;
    this.endSessions = endSessions;
  }

  /**
   * Ends all other sessions. Wrong guesses at the current password count with those of the login,
   * so a stolen access token gives no more of them.
   *
   * @param sessionId the one that goes on
   * @throws Refusal {@code account.wrong_password}, {@code rate.limited}, {@code request.invalid}
   *     for a password that is too common
   */
  public void change(
      UUID accountId, UUID sessionId, String current, String newPassword, Client client) {
    Account account =
        accounts.findByIdOptional(accountId).orElseThrow(() -> Refusal.notFound("Account"));
    Subject subject = Subject.account(accountId, client.network());
    throttle.requireOpen(subject);
    boolean right = passwords.matches(current, Optional.of(account.passwordHash()));
    throttle.note(subject, right);
    if (!right) {
      throw wrong();
    }
    rules.require("new_password", newPassword, account.email());
    String newHash = passwords.hash(newPassword);
    QuarkusTransaction.requiringNew().run(() -> replace(account, newHash, sessionId));
  }

  private void replace(Account proven, String newHash, UUID sessionId) {
    Account account =
        accounts
            .lock(proven.id())
            .filter(now -> now.passwordChangedAt().equals(proven.passwordChangedAt()))
            .orElseThrow(ChangePassword::wrong);
    replacePassword.replace(account, newHash);
    endSessions.othersOf(account, sessionId, EndReason.PASSWORD_CHANGED);
  }

  private static Refusal wrong() {
    return new Refusal(AccountError.WRONG_PASSWORD, "The current password is wrong");
  }
}
