package com.nanospace.identity.account;

import com.nanospace.identity.account.AccountEvent.Registered;
import com.nanospace.identity.account.messaging.UserEvents;
import com.nanospace.identity.password.PasswordRules;
import com.nanospace.identity.password.Passwords;
import com.nanospace.kit.Ids;
import com.nanospace.kit.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Somebody makes an account of their own. */
@ApplicationScoped
public class RegisterAccount {

  /** What a newcomer tells. */
  public record Registration(EmailAddress email, String password, Profile profile, Role role) {}

  private final Accounts accounts;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final UserEvents events;
  private final Clock clock;

  RegisterAccount(
      Accounts accounts, Passwords passwords, PasswordRules rules, UserEvents events, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.rules = rules;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Makes the account; the password is hashed before the transaction begins, which holds a
   * connection.
   *
   * @throws Refusal {@code request.invalid} for a password that is too common, {@code
   *     account.email_taken}, {@code account.phone_taken}
   */
  public Account register(Registration registration) {
    rules.require("password", registration.password(), registration.email().key());
    requireFree(registration);
    String hash = passwords.hash(registration.password());
    return QuarkusTransaction.requiringNew().call(() -> store(registration, hash));
  }

  /** Spares the hashing; that nobody is faster is for the unique indexes to say. */
  private void requireFree(Registration registration) {
    if (accounts.answeringTo(Identifier.of(registration.email())).isPresent()) {
      throw AccountConstraints.emailTaken();
    }
    PhoneNumber phone = registration.profile().phone();
    if (phone != null && accounts.answeringTo(Identifier.of(phone)).isPresent()) {
      throw AccountConstraints.phoneTaken();
    }
  }

  private Account store(Registration registration, String hash) {
    Account account =
        new Account(
            Ids.next(),
            registration.email(),
            registration.profile(),
            registration.role(),
            hash,
            clock.instant());
    accounts.persist(account);
    events.publish(new Registered(account));
    return account;
  }
}
