package com.nanospace.identity.otp;

import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.account.Identifier.Kind;
import com.nanospace.identity.account.PhoneNumber;
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

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) CodeSent sent) {
    count("nanospace.otp.sent", sent.identifier());
  }

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) CodeVerified verified) {
    count("nanospace.otp.verified", verified.identifier());
  }

  private void count(String name, Identifier identifier) {
    registry
        .counter(name, "channel", Channel.to(identifier).wireName(), "prefix", prefix(identifier))
        .increment();
  }

  private static String prefix(Identifier identifier) {
    return identifier.kind() == Kind.PHONE
        ? new PhoneNumber(identifier.value()).countryPrefix()
        : NO_PREFIX;
  }
}
