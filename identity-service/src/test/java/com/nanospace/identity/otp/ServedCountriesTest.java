package com.nanospace.identity.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nanospace.identity.account.Identifier;
import com.nanospace.kit.Refusal;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServedCountriesTest {

  private static final Identifier INDIAN = Identifier.parse("+919812345670").orElseThrow();
  private static final Identifier BRITISH = Identifier.parse("+447911123456").orElseThrow();

  @ParameterizedTest
  @ValueSource(strings = {"91", "+91", "65, 91"})
  void servesTheCountriesThatAreNamed(String prefixes) {
    ServedCountries served = served(prefixes);

    assertThatCode(() -> served.require(INDIAN)).doesNotThrowAnyException();
    assertThat(catchThrowableOfType(Refusal.class, () -> served.require(BRITISH)).code())
        .isEqualTo(OtpError.COUNTRY_NOT_SERVED);
  }

  @Test
  void comparesWholePrefixes() {
    assertThat(catchThrowableOfType(Refusal.class, () -> served("9").require(INDIAN))).isNotNull();
  }

  @Test
  void servesAllWhenNoneIsNamed() {
    assertThatCode(() -> served("").require(BRITISH)).doesNotThrowAnyException();
  }

  @Test
  void limitsNoEmail() {
    assertThatCode(() -> served("91").require(Identifier.parse("asha@example.com").orElseThrow()))
        .doesNotThrowAnyException();
  }

  private static ServedCountries served(String prefixes) {
    return new ServedCountries(
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withSources(
                new PropertiesConfigSource(
                    Map.of(
                        "nanospace.otp.hash-secret", "0123456789abcdef0123456789abcdef",
                        "nanospace.otp.encryption-key", "otp.pem",
                        "nanospace.otp.sms-prefixes", prefixes),
                    "test",
                    100))
            .withMapping(OtpConfig.class)
            .build()
            .getConfigMapping(OtpConfig.class));
  }
}
