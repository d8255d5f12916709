package com.nanospace.identity.account;

import com.nanospace.identity.account.AccountEvent.Registered;
import com.nanospace.identity.account.messaging.UserEvents;
import com.nanospace.identity.password.Passwords;
import com.nanospace.identity.throttle.Locks;
import com.nanospace.kit.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes the configured admin at the first start, once over all restarts and replicas. */
@ApplicationScoped
class FirstAdmin {

  private static final Logger LOG = Logger.getLogger(FirstAdmin.class);

  private final AdminConfig config;
  private final Accounts accounts;
  private final Passwords passwords;
  private final UserEvents events;
  private final Locks locks;
  private final Clock clock;

  FirstAdmin(
      AdminConfig config,
      Accounts accounts,
      Passwords passwords,
      UserEvents events,
      Locks locks,
      Clock clock) {
    this.config = config;
    this.accounts = accounts;
    this.passwords = passwords;
    this.events = events;
    this.locks = locks;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    if (config.email().isPresent() && config.password().isPresent()) {
      ensure(config.email().get(), config.password().get());
    }
  }

  void ensure(String configuredEmail, String password) {
    EmailAddress email =
        EmailAddress.parse(configuredEmail)
            .orElseThrow(
                () -> new IllegalStateException("nanospace.admin.email is no e-mail address"));
    Optional<Account> existing =
        QuarkusTransaction.requiringNew().call(() -> accounts.answeringTo(Identifier.of(email)));
    // Hashed before the lock is held: replicas that start side by side wait for it.
    existing.ifPresentOrElse(FirstAdmin::mention, () -> makeOnce(email, passwords.hash(password)));
  }

  private void makeOnce(EmailAddress email, String passwordHash) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              locks.hold("first-admin");
              accounts
                  .answeringTo(Identifier.of(email))
                  .ifPresentOrElse(FirstAdmin::mention, () -> make(email, passwordHash));
            });
  }

  private static void mention(Account existing) {
    if (existing.role() != Role.ADMIN) {
      LOG.warn("The account of nanospace.admin.email is no admin and is left as it is");
    }
  }

  private void make(EmailAddress email, String passwordHash) {
    Account admin =
        Account.trusted(
            Ids.next(),
            email,
            new Profile("Administrator", null),
            Role.ADMIN,
            passwordHash,
            clock.instant());
    accounts.persist(admin);
    events.publish(new Registered(admin));
    LOG.infof("Made the first admin %s", admin.id());
  }
}
