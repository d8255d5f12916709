package com.nanospace.notification;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionSafetyTest {

  private static final Map<String, String> COMPLETE =
      Map.of(
          "quarkus.mailer.host", "smtp.example.com",
          "nanospace.identity.url", "http://identity:8080",
          "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/notification",
          "quarkus.datasource.username", "notification",
          "quarkus.datasource.password", "a-secret",
          "kafka.bootstrap.servers", "kafka:9092",
          "nanospace.sms.twilio.enabled", "true",
          "nanospace.sms.twilio.account-sid", "AC1",
          "nanospace.sms.twilio.auth-token", "a-token",
          "nanospace.sms.twilio.from", "+15005550006");

  @Test
  void startsWithEverythingInPlace() {
    assertThatCode(() -> with(COMPLETE).requireProductionSettings()).doesNotThrowAnyException();
    assertThatCode(() -> with(COMPLETE).requireTwilioSettings()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.mailer.host, localhost",
    "nanospace.identity.url, http://localhost:8081",
    "kafka.bootstrap.servers, localhost:9092",
  })
  void refusesDevelopmentValuesByName(String key, String value) {
    assertThatThrownBy(() -> with(COMPLETE, key, value).requireProductionSettings())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(key + " has the development value");
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.mailer.host",
    "quarkus.datasource.jdbc.url",
    "quarkus.datasource.username",
    "quarkus.datasource.password",
    "kafka.bootstrap.servers"
  })
  void namesWhatIsMissing(String key) {
    assertThatThrownBy(() -> with(COMPLETE, key, "").requireProductionSettings())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(key + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "nanospace.sms.twilio.account-sid",
    "nanospace.sms.twilio.auth-token",
    "nanospace.sms.twilio.from"
  })
  void wantsAllOfTwilioOrNothing(String key) {
    assertThatThrownBy(() -> with(COMPLETE, key, "").requireTwilioSettings())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(key + " is missing");
    assertThatCode(() -> with(Map.of()).requireTwilioSettings()).doesNotThrowAnyException();
  }

  private static ProductionSafety with(Map<String, String> values, String key, String value) {
    Map<String, String> changed = new HashMap<>(values);
    changed.put(key, value);
    return with(changed);
  }

  private static ProductionSafety with(Map<String, String> values) {
    return new ProductionSafety(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(values, "test", 100))
            .build());
  }
}
