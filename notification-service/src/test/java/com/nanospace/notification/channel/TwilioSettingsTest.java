package com.nanospace.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSettingsTest {

  private final Map<String, String> values =
      new HashMap<>(
          Map.of(
              "nanospace.sms.twilio.enabled", "true",
              "nanospace.sms.twilio.account-sid", "AC1",
              "nanospace.sms.twilio.auth-token", "a-token",
              "nanospace.sms.twilio.from", "+15005550006"));

  @Test
  void isOnWithAllOfThem() {
    assertThat(carrier().isOn()).isTrue();
  }

  @Test
  void isOffWithNone() {
    values.clear();

    assertThat(carrier().isOn()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"account-sid", "auth-token", "from"})
  void namesTheOneThatIsMissing(String name) {
    values.remove("nanospace.sms.twilio." + name);

    assertThatThrownBy(this::carrier).hasMessage("nanospace.sms.twilio.%s is missing", name);
  }

  private TwilioCarrier carrier() {
    TwilioConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(TwilioConfig.class)
            .withSources(new PropertiesConfigSource(values, "test", 100))
            .build()
            .getConfigMapping(TwilioConfig.class);
    return new TwilioCarrier(config, new TwilioReplies(new ObjectMapper()));
  }
}
