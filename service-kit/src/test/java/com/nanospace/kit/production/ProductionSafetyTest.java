package com.nanospace.kit.production;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionSafetyTest {

  private final Map<String, String> values =
      new HashMap<>(
          Map.of(
              "quarkus.datasource.jdbc.url", "jdbc:postgresql://postgres/thing",
              "quarkus.datasource.username", "thing",
              "quarkus.datasource.password", "of its own",
              "kafka.bootstrap.servers", "kafka:9092",
              "nanospace.identity.url", "http://identity:8080",
              "thing.secret", "of its own too"));

  @Test
  void startsWithValuesOfItsOwn() {
    assertThatCode(safety()::requireOwnValues).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarkus.datasource.jdbc.url",
        "quarkus.datasource.username",
        "quarkus.datasource.password",
        "kafka.bootstrap.servers",
        "thing.secret"
      })
  void namesTheKeyThatIsMissing(String key) {
    values.put(key, " ");

    assertThatThrownBy(safety()::requireOwnValues)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Unsafe in production: %s is missing", key);
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.datasource.jdbc.url, jdbc:postgresql://localhost:5432/thing",
    "quarkus.datasource.password, thing",
    "quarkus.datasource.password, postgres",
    "kafka.bootstrap.servers, localhost:9092",
    "nanospace.identity.url, http://localhost:8081",
    "thing.secret, changeit",
    "thing.color, development-only-red"
  })
  void namesTheKeyWithADevelopmentValueButNotTheValue(String key, String value) {
    values.put(key, value);

    assertThatThrownBy(safety()::requireOwnValues)
        .hasMessage("Unsafe in production: %s has a development value", key);
  }

  @Test
  void namesAllKeysAtOnce() {
    values.put("thing.secret", "changeit");
    values.remove("kafka.bootstrap.servers");

    assertThatThrownBy(safety()::requireOwnValues)
        .hasMessageContaining("kafka.bootstrap.servers is missing")
        .hasMessageContaining("thing.secret has a development value");
  }

  private ProductionSafety safety() {
    return new ProductionSafety(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(values, "test", 100))
            .build(),
        List.of(
            () -> List.of(ProductionRule.required("thing.secret", "changeit")),
            () -> List.of(ProductionRule.refused("thing.color", "development-only*"))));
  }
}
