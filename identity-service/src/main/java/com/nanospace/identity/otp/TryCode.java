package com.nanospace.identity.otp;

import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.Accounts;
import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.throttle.Quota;
import com.nanospace.identity.throttle.Quotas;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Compares what somebody typed with the code that was sent to them. */
@ApplicationScoped
class TryCode {

  private final Accounts accounts;
  private final OneTimeCodes codes;
  private final CodeHash codeHash;
  private final Quotas quotas;
  private final OtpQuotas otpQuotas;
  private final Clock clock;

  TryCode(
      Accounts accounts,
      OneTimeCodes codes,
      CodeHash codeHash,
      Quotas quotas,
      OtpQuotas otpQuotas,
      Clock clock) {
    this.accounts = accounts;
    this.codes = codes;
    this.codeHash = codeHash;
    this.quotas = quotas;
    this.otpQuotas = otpQuotas;
    this.clock = clock;
  }

  /**
   * The open code that was typed, still to be used; its account is locked, see {@link Account}. A
   * refusal keeps the try that it has cost, and locks no account: it takes the same time whether or
   * not there is one.
   *
   * @param purpose a code that was sent for another one is none
   * @param network where the request comes from
   * @throws Refusal {@code otp.none}, {@code otp.wrong} with {@code verified} and {@code
   *     remaining_attempts}, {@code rate.limited} after too many wrong tries for the identifier
   */
  @Transactional(dontRollbackOn = Refusal.class)
  OneTimeCode require(Identifier identifier, Purpose purpose, String code, String network) {
    List<Quota> missing = otpQuotas.missing(identifier, network);
    quotas.require(missing);
    Instant now = clock.instant();
    OpenCode candidate = codes.open(identifier, purpose, now).orElseThrow(TryCode::none);
    Optional<UUID> owner = candidate.ownerIf(codeHash.of(candidate.id(), code));
    owner.ifPresent(accounts::lock);
    OneTimeCode open = codes.lock(candidate, now).orElseThrow(TryCode::none);
    if (owner.isEmpty()) {
      open.missed(now);
      quotas.use(missing);
      throw new Refusal(OtpError.WRONG, "The code is wrong")
          .with("verified", false)
          .with("remaining_attempts", open.triesLeft());
    }
    return open;
  }

  static Refusal none() {
    return new Refusal(OtpError.NONE, "There is no valid code, ask for a new one")
        .with("verified", false);
  }
}
