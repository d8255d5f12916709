package com.nanospace.identity.otp;

import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.account.Identifier.Kind;
import com.nanospace.identity.account.PhoneNumber;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/**
 * Codes sent and codes that came back, by channel and country calling code. Where many are sent and
 * few come back, somebody has text messages sent for money.
 */
@ApplicationScoped
class OtpMeters {

  private static final String NO_PREFIX = "-";

  private final MeterRegistry registry;

  OtpMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Begins the count of codes that came back too, at zero, so that both can be compared. */
  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) CodeSent sent) {
    verified(sent.identifier());
    counter("nanospace.otp.sent", sent.identifier()).increment();
  }

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) CodeVerified verified) {
    verified(verified.identifier()).increment();
  }

  private Counter verified(Identifier identifier) {
    return counter("nanospace.otp.verified", identifier);
  }

  private Counter counter(String name, Identifier identifier) {
    return registry.counter(
        name, "channel", Channel.to(identifier).wireName(), "prefix", prefix(identifier));
  }

  private static String prefix(Identifier identifier) {
    return identifier.kind() == Kind.PHONE
        ? new PhoneNumber(identifier.value()).countryPrefix()
        : NO_PREFIX;
  }
}
