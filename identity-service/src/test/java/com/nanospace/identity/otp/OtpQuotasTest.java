package com.nanospace.identity.otp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.identity.account.Identifier;
import com.nanospace.identity.account.Identifier.Kind;
import com.nanospace.identity.throttle.Quota;
import com.nanospace.identity.throttle.Quota.Limit;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtpQuotasTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Identifier EMAIL = new Identifier(Kind.EMAIL, "asha@example.com");
  private static final Identifier PHONE = new Identifier(Kind.PHONE, "+919812345670");

  /** With the defaults of the contract. */
  private final OtpQuotas quotas =
      new OtpQuotas(
          new SmallRyeConfigBuilder()
              .addDiscoveredConverters()
              .withSources(
                  new PropertiesConfigSource(
                      Map.of(
                          "nanospace.otp.hash-secret", "0123456789abcdef0123456789abcdef",
                          "nanospace.otp.encryption-key", "otp.pem"),
                      "test",
                      100))
              .withMapping(OtpConfig.class)
              .build()
              .getConfigMapping(OtpConfig.class));

  @Test
  void limitsSendsPerIdentifierAndPerAddress() {
    assertThat(quotas.asking(EMAIL, "203.0.113.7"))
        .containsExactly(
            Quota.of(
                "otp-send:asha@example.com",
                new Limit(1, Duration.ofSeconds(60)),
                new Limit(5, HOUR),
                new Limit(10, DAY)),
            Quota.of("otp-send-from:203.0.113.7", new Limit(30, HOUR)));
  }

  @Test
  void limitsSmsPerCountryPrefixAndInAll() {
    assertThat(quotas.sending(PHONE))
        .containsExactly(
            Quota.of("sms-to:+91", new Limit(2000, DAY)), Quota.of("sms", new Limit(5000, DAY)));
    assertThat(quotas.sending(EMAIL)).isEmpty();
  }

  @Test
  void limitsWrongTriesPerIdentifierAndPerAddress() {
    assertThat(quotas.missing(PHONE, "203.0.113.7"))
        .containsExactly(
            Quota.of("otp-wrong:+919812345670", new Limit(15, HOUR)),
            Quota.of("otp-wrong-from:203.0.113.7", new Limit(60, HOUR)));
  }
}
