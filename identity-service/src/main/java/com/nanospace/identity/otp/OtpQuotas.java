package com.nanospace.identity.otp;

import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.account.PhoneNumber;
import com.nanospace.identity.throttle.Quota;
import com.nanospace.identity.throttle.Quota.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** What is limited about one-time codes, and to how many. */
@ApplicationScoped
class OtpQuotas {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final OtpConfig config;

  OtpQuotas(OtpConfig config) {
    this.config = config;
  }

  /** Asking for a code, whether or not one is sent for it. */
  List<Quota> asking(Identifier identifier, String network) {
    return List.of(
        Quota.of(
            "otp-send:" + identifier.value(),
            new Limit(1, config.pauseBetweenSends()),
            new Limit(config.sendsAnHour(), HOUR),
            new Limit(config.sendsADay(), DAY)),
        Quota.of("otp-send-from:" + network, new Limit(config.sendsPerAddressAnHour(), HOUR)));
  }

  /** Sending a code, which costs money where it is an SMS. */
  List<Quota> sending(Identifier identifier) {
    return switch (identifier.kind()) {
      case EMAIL -> List.of();
      case PHONE ->
          List.of(
              Quota.of(
                  "sms-to:" + new PhoneNumber(identifier.value()).countryPrefix(),
                  new Limit(config.smsPerCountryPrefixADay(), DAY)),
              Quota.of("sms", new Limit(config.smsADay(), DAY)));
    };
  }

  /** A wrong try. */
  List<Quota> missing(Identifier identifier, String network) {
    return List.of(
        Quota.of("otp-wrong:" + identifier.value(), new Limit(config.wrongTriesAnHour(), HOUR)),
        Quota.of(
            "otp-wrong-from:" + network, new Limit(config.wrongTriesPerAddressAnHour(), HOUR)));
  }
}
