package com.nanospace.identity.otp;

import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.account.VerifyIdentifier;
import com.nanospace.identity.throttle.Quota;
import com.nanospace.identity.throttle.Quotas;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Somebody shows that they have read a code, and thereby that the identifier is theirs. */
@ApplicationScoped
public class VerifyCode {

  private final OneTimeCodes codes;
  private final CodeHash codeHash;
  private final VerifyIdentifier verifyIdentifier;
  private final Quotas quotas;
  private final OtpQuotas otpQuotas;
  private final Event<CodeVerified> verified;
  private final Clock clock;

  VerifyCode(
      OneTimeCodes codes,
      CodeHash codeHash,
      VerifyIdentifier verifyIdentifier,
      Quotas quotas,
      OtpQuotas otpQuotas,
      Event<CodeVerified> verified,
      Clock clock) {
    this.codes = codes;
    this.codeHash = codeHash;
    this.verifyIdentifier = verifyIdentifier;
    this.quotas = quotas;
    this.otpQuotas = otpQuotas;
    this.verified = verified;
    this.clock = clock;
  }

  /**
   * Uses the code up, right or wrong: a refusal keeps the try that it has cost.
   *
   * @param network where the request comes from
   * @throws Refusal {@code otp.none}, {@code otp.wrong} with {@code verified} and {@code
   *     remaining_attempts}, {@code rate.limited} after too many wrong tries for the identifier
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public void verify(Identifier identifier, String code, String network) {
    List<Quota> missing = otpQuotas.missing(identifier, network);
    quotas.require(missing);
    Instant now = clock.instant();
    OneTimeCode open =
        codes.lockOpen(identifier, Purpose.VERIFY, now).orElseThrow(VerifyCode::none);
    if (!open.matches(codeHash.of(open.id(), code))) {
      open.missed(now);
      quotas.use(missing);
      throw new Refusal(OtpError.WRONG, "The code is wrong")
          .with("verified", false)
          .with("remaining_attempts", open.triesLeft());
    }
    open.use(now);
    if (!verifyIdentifier.verify(open.accountId().orElseThrow(), identifier)) {
      throw none();
    }
    verified.fire(new CodeVerified(identifier));
  }

  private static Refusal none() {
    return new Refusal(OtpError.NONE, "There is no valid code, ask for a new one")
        .with("verified", false);
  }
}
