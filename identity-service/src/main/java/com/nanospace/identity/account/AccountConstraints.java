package com.nanospace.identity.account;

import com.nanospace.kit.Refusal;
import com.nanospace.kit.problem.ConstraintRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What the unique indexes say when two people want the same address or number at once. */
@ApplicationScoped
class AccountConstraints implements ConstraintRefusals {

  @Override
  public Optional<Refusal> refusalFor(String constraintName) {
    return switch (constraintName) {
      case "uq_account_email" -> Optional.of(emailTaken());
      case "uq_account_phone" -> Optional.of(phoneTaken());
      default -> Optional.empty();
    };
  }

  static Refusal emailTaken() {
    return new Refusal(
        AccountError.EMAIL_TAKEN, "There is an account with this e-mail address already");
  }

  static Refusal phoneTaken() {
    return new Refusal(
        AccountError.PHONE_TAKEN, "There is an account with this phone number already");
  }
}
