package com.nanospace.identity.password;

import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses new passwords that attackers try first (NIST SP 800-63B-4 §3.1.1.2): frequent ones, the
 * name of the product, the own e-mail address. Case doesn't make them better. There is no rule of
 * composition.
 */
@ApplicationScoped
public class PasswordRules {

  private static final String PRODUCT = "nanospace";

  private final boolean refuseCommon;
  private final Set<String> common;

  PasswordRules(PasswordConfig config) {
    this.refuseCommon = config.refuseCommon();
    this.common = refuseCommon ? CommonPasswords.load() : Set.of();
  }

  /**
   * Lets a password pass that is worth guessing at.
   *
   * @param field what the refusal calls it
   * @param email of whoever chooses it
   * @throws Refusal {@code request.invalid}
   */
  public void require(String field, String password, String email) {
    if (refuseCommon
        && isGuessed(password.toLowerCase(Locale.ROOT), email.toLowerCase(Locale.ROOT))) {
      throw Refusal.invalid(field, "is among the first that attackers try, choose another one");
    }
  }

  private boolean isGuessed(String password, String email) {
    return common.contains(password)
        || password.equals(email)
        || password.equals(email.substring(0, email.indexOf('@')))
        || password.replaceAll("[^a-z]", "").equals(PRODUCT);
  }
}
