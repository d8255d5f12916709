package com.nanospace.identity.otp;

import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.Accounts;
import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.password.PasswordRules;
import com.nanospace.identity.password.Passwords;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Somebody who has forgotten their password sets another one by a code. Until a code is right
 * nothing depends on whether there is an account, not even the work.
 */
@ApplicationScoped
public class ResetPassword {

  private final TryCode tryCode;
  private final Accounts accounts;
  private final PasswordRules rules;
  private final Passwords passwords;
  private final RedeemResetCode redeemResetCode;

  ResetPassword(
      TryCode tryCode,
      Accounts accounts,
      PasswordRules rules,
      Passwords passwords,
      RedeemResetCode redeemResetCode) {
    this.tryCode = tryCode;
    this.accounts = accounts;
    this.rules = rules;
    this.passwords = passwords;
    this.redeemResetCode = redeemResetCode;
  }

  /**
   * Tries the code, and hashes the password in no transaction before the code is used. So nobody
   * has passwords hashed by guessing, and a code outlives the refusal of a password.
   *
   * @param network where the request comes from
   * @throws Refusal {@code otp.none}, {@code otp.wrong}, {@code rate.limited}, see {@link TryCode};
   *     {@code request.invalid} for a password that is too common
   */
  public void reset(Identifier identifier, String code, String newPassword, String network) {
    Account account =
        tryCode
            .require(identifier, Purpose.RESET, code, network)
            .accountId()
            .flatMap(accounts::findByIdOptional)
            .orElseThrow(TryCode::none);
    rules.require("new_password", newPassword, account.email());
    redeemResetCode.redeem(identifier, code, passwords.hash(newPassword), network);
  }
}
