package com.nanospace.identity.otp;

import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.account.VerifyIdentifier;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Somebody shows that they have read a code, and thereby that the identifier is theirs. */
@ApplicationScoped
public class VerifyCode {

  private final TryCode tryCode;
  private final VerifyIdentifier verifyIdentifier;
  private final Event<CodeVerified> verified;
  private final Clock clock;

  VerifyCode(
      TryCode tryCode,
      VerifyIdentifier verifyIdentifier,
      Event<CodeVerified> verified,
      Clock clock) {
    this.tryCode = tryCode;
    this.verifyIdentifier = verifyIdentifier;
    this.verified = verified;
    this.clock = clock;
  }

  /**
   * Uses the code up, right or wrong: a refusal keeps the try that it has cost.
   *
   * @param network where the request comes from
   * @throws Refusal {@code otp.none}, {@code otp.wrong}, {@code rate.limited}, see {@link TryCode}
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public void verify(Identifier identifier, String code, String network) {
    OneTimeCode right = tryCode.require(identifier, Purpose.VERIFY, code, network);
    right.use(clock.instant());
    if (!verifyIdentifier.verify(right.accountId().orElseThrow(), identifier)) {
      throw TryCode.none();
    }
    verified.fire(new CodeVerified(identifier));
  }
}
