package com.nanospace.identity.account;

import com.nanospace.identity.password.Passwords;
import com.nanospace.kit.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** A password that was hashed at a lower cost is hashed anew when its owner shows it. */
@ApplicationScoped
public class RehashPassword {

  private static final Logger LOG = Logger.getLogger(RehashPassword.class);

  private final Accounts accounts;
  private final Passwords passwords;

  RehashPassword(Accounts accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /** Does so if it is needed; when too many passwords are being hashed, some other time. */
  public void rehash(Account account, String rightPassword) {
    if (!passwords.isOutdated(account.passwordHash())) {
      return;
    }
    try {
      String anew = passwords.hash(rightPassword);
      QuarkusTransaction.requiringNew()
          .run(() -> accounts.replaceHash(account.id(), account.passwordHash(), anew));
    } catch (Refusal busy) {
      LOG.debugf("The password of %s is hashed anew another time", account.id());
    }
  }
}
