package com.nanospace.identity.otp;

import com.nanospace.identity.account.Account;
import com.nanospace.identity.account.Accounts;
import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.otp.messaging.OtpEvents;
import com.nanospace.identity.throttle.Quota;
import com.nanospace.identity.throttle.Quotas;
import com.nanospace.kit.Ids;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Sends a code to an e-mail address or a phone. To a stranger it looks the same whether or not an
 * account has that identifier: the same limits hold, and a code exists that can be tried in vain.
 */
@ApplicationScoped
public class SendCode {

  private static final int CODES = 1_000_000;

  private final Accounts accounts;
  private final OneTimeCodes codes;
  private final CodeHash codeHash;
  private final ServedCountries servedCountries;
  private final Quotas quotas;
  private final OtpQuotas otpQuotas;
  private final OtpEvents events;
  private final Event<CodeSent> sent;
  private final OtpConfig config;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SendCode(
      Accounts accounts,
      OneTimeCodes codes,
      CodeHash codeHash,
      ServedCountries servedCountries,
      Quotas quotas,
      OtpQuotas otpQuotas,
      OtpEvents events,
      Event<CodeSent> sent,
      OtpConfig config,
      Clock clock) {
    this.accounts = accounts;
    this.codes = codes;
    this.codeHash = codeHash;
    this.servedCountries = servedCountries;
    this.quotas = quotas;
    this.otpQuotas = otpQuotas;
    this.events = events;
    this.sent = sent;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Voids the code that is open for the purpose and sends another one.
   *
   * @param network where the request comes from
   * @return how long the code counts
   * @throws Refusal {@code otp.country_not_served}, {@code rate.limited}
   */
  @Transactional
  public Duration send(Identifier identifier, Purpose purpose, String network) {
    servedCountries.require(identifier);
    List<Quota> asking = otpQuotas.asking(identifier, network);
    List<Quota> sending = otpQuotas.sending(identifier);
    quotas.require(Stream.concat(asking.stream(), sending.stream()).toList());
    quotas.use(asking);

    Instant now = clock.instant();
    UUID id = Ids.next();
    String code = "%06d".formatted(random.nextInt(CODES));
    Optional<Account> account =
        accounts
            .lockAnsweringTo(identifier)
            .filter(found -> found.isActive() && mayUse(found, identifier, purpose));
    codes.close(identifier, purpose, now);
    OneTimeCode issued =
        new OneTimeCode(
            id,
            account.map(Account::id).orElse(null),
            identifier,
            purpose,
            codeHash.of(id, code),
            now,
            config);
    codes.persist(issued);
    account.ifPresent(
        owner -> {
          quotas.use(sending);
          events.publish(issued.to(owner, code));
          sent.fire(new CodeSent(identifier));
        });
    return config.lifetime();
  }

  private static boolean mayUse(Account account, Identifier identifier, Purpose purpose) {
    return switch (purpose) {
      case VERIFY -> true;
      case RESET -> account.isRecoverableBy(identifier);
    };
  }
}
