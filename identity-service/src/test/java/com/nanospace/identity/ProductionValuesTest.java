package com.nanospace.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.kit.production.ProductionSafety;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionValuesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nanospace.tokens.key-folder",
        "nanospace.otp.encryption-key",
        "nanospace.otp.hash-secret"
      })
  void namesWhatIsMissing(String key) {
    assertThatThrownBy(() -> requireOwnValues(Map.of())).hasMessageContaining(key + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "nanospace.admin.password, Admin@123",
    "nanospace.otp.hash-secret, development-only-secret-of-one-time-codes"
  })
  void namesWhatHasADevelopmentValue(String key, String value) {
    assertThatThrownBy(() -> requireOwnValues(Map.of(key, value)))
        .hasMessageContaining(key + " has a development value");
  }

  private static void requireOwnValues(Map<String, String> values) {
    new ProductionSafety(
            new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build(),
            List.of(new ProductionValues()))
        .requireOwnValues();
  }
}
