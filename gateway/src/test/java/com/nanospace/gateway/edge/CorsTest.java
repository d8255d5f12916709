package com.nanospace.gateway.edge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

  @Test
  void refusesToStartInProductionWhenEveryOriginIsAllowed() {
    assertThatThrownBy(() -> new Cors(allowing("*"), List.of("prod")))
        .hasMessageContaining("nanospace.cors.origins");
  }

  @Test
  void startsWithNamedOriginsInProductionAndWithAnyElsewhere() {
    assertThatCode(() -> new Cors(allowing("https://app.example.com"), List.of("prod")))
        .doesNotThrowAnyException();
    assertThatCode(() -> new Cors(allowing("*"), List.of("local"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"app.example.com", "https://app.example.com/", "https://*.example.com", "null"})
  void refusesToStartWithAnOriginThatNoBrowserSends(String origin) {
    assertThatThrownBy(() -> new Cors(allowing(origin), List.of("local")))
        .hasMessageContaining(origin);
  }

  private static CorsConfig allowing(String origin) {
    return new CorsConfig() {
      @Override
      public Optional<Set<String>> origins() {
        return Optional.of(Set.of(origin));
      }

      @Override
      public Duration maxAge() {
        return Duration.ofHours(1);
      }
    };
  }
}
