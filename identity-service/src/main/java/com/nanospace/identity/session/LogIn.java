package com.nanospace.identity.session;

import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.Accounts;
import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.account.RehashPassword;
import com.nanospace.identity.client.Client;
import com.nanospace.identity.password.Passwords;
import com.nanospace.identity.throttle.LoginThrottle;
import com.nanospace.identity.throttle.LoginThrottle.Subject;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody signs in with a password. Whether there is such an account shows neither in the words
 * nor in the work of a refusal.
 */
@ApplicationScoped
public class LogIn {

  private final Accounts accounts;
  private final Passwords passwords;
  private final LoginThrottle throttle;
  private final RehashPassword rehashPassword;
  private final OpenSession openSession;

  LogIn(
      Accounts accounts,
      Passwords passwords,
      LoginThrottle throttle,
      RehashPassword rehashPassword,
      OpenSession openSession) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.rehashPassword = rehashPassword;
    this.openSession = openSession;
  }

  /**
   * Takes no transaction over the hashing of the password, but one before and two after it.
   *
   * @param identifier an e-mail address, a phone, or what somebody takes for one
   * @throws Refusal {@code auth.wrong_credentials}, {@code rate.limited}, {@code account.suspended}
   */
  public Grant logIn(String identifier, String password, Client client) {
    Optional<Account> account = Identifier.parse(identifier).flatMap(accounts::answeringTo);
    Subject subject =
        account
            .map(known -> Subject.account(known.id(), client.network()))
            .orElseGet(() -> Subject.stranger(comparable(identifier), client.network()));
    throttle.requireOpen(subject);
    boolean right = passwords.matches(password, account.map(Account::passwordHash));
    throttle.note(subject, right);
    if (!right) {
      throw OpenSession.wrongCredentials();
    }
    rehashPassword.rehash(account.orElseThrow(), password);
    return openSession.open(account.orElseThrow(), client);
  }

  private static String comparable(String identifier) {
    return Identifier.parse(identifier)
        .map(Identifier::value)
        .orElseGet(() -> identifier.strip().toLowerCase(Locale.ROOT));
  }
}
