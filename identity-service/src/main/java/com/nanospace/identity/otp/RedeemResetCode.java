package com.nanospace.identity.otp;

import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.Accounts;
import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.account.ReplacePassword;
import com.nanospace.identity.session.EndReason;
import com.nanospace.identity.session.EndSessions;
import com.nanospace.identity.throttle.LoginThrottle;
import com.nanospace.identity.throttle.LoginThrottle.Subject;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Uses a reset code up and puts the new password in place, both or neither. */
@ApplicationScoped
class RedeemResetCode {

  private final TryCode tryCode;
  private final Accounts accounts;
  private final ReplacePassword replacePassword;
  private final EndSessions endSessions;
  private final LoginThrottle throttle;
  private final Event<CodeVerified> verified;
  private final Clock clock;

  RedeemResetCode(
      TryCode tryCode,
      Accounts accounts,
      ReplacePassword replacePassword,
      EndSessions endSessions,
      LoginThrottle throttle,
      Event<CodeVerified> verified,
      Clock clock) {
    this.tryCode = tryCode;
    this.accounts = accounts;
    this.replacePassword = replacePassword;
    this.endSessions = endSessions;
    this.throttle = throttle;
    this.verified = verified;
    this.clock = clock;
  }

  /**
   * Ends all sessions of the account too, and forgets the wrong passwords that came from there.
   *
   * @throws Refusal as {@link TryCode}; {@code otp.none} also when the account is suspended by now
   *     or can't be recovered by that identifier any more
   */
  @Transactional(dontRollbackOn = Refusal.class)
  void redeem(Identifier identifier, String code, String newHash, String network) {
    OneTimeCode right = tryCode.require(identifier, Purpose.RESET, code, network);
    right.use(clock.instant());
    Account account =
        right
            .accountId()
            .flatMap(accounts::lock)
            .filter(found -> found.isActive() && found.isRecoverableBy(identifier))
            .orElseThrow(TryCode::none);
    replacePassword.replace(account, newHash);
    endSessions.allOf(account, EndReason.PASSWORD_RESET);
    throttle.forgive(Subject.account(account.id(), network));
    verified.fire(new CodeVerified(identifier));
  }
}
