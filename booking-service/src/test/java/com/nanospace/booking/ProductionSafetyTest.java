package com.nanospace.booking;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionSafetyTest {

  private final Map<String, String> values =
      new HashMap<>(
          Map.of(
              "nanospace.property.url", "http://property:8080",
              "nanospace.identity.url", "http://identity:8080",
              "quarkus.datasource.jdbc.url", "jdbc:postgresql://postgres/booking",
              "quarkus.datasource.username", "booking",
              "quarkus.datasource.password", "of its own",
              "kafka.bootstrap.servers", "kafka:9092"));

  @Test
  void startsWithValuesOfItsOwn() {
    assertThatCode(safety()::requireOwnValues).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nanospace.property.url",
        "nanospace.identity.url",
        "quarkus.datasource.jdbc.url",
        "quarkus.datasource.username",
        "quarkus.datasource.password",
        "kafka.bootstrap.servers"
      })
  void namesTheKeyThatIsMissing(String key) {
    values.remove(key);

    assertThatThrownBy(safety()::requireOwnValues).hasMessage(key + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "nanospace.property.url, http://localhost:8082",
    "nanospace.identity.url, http://localhost:8081",
    "quarkus.datasource.password, booking",
    "kafka.bootstrap.servers, localhost:9092"
  })
  void namesTheKeyWithADevelopmentValue(String key, String value) {
    values.put(key, value);

    assertThatThrownBy(safety()::requireOwnValues).hasMessage(key + " has the development value");
  }

  private ProductionSafety safety() {
    return new ProductionSafety(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(values, "test", 100))
            .build());
  }
}
