package com.nanospace.property;

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
  @ValueSource(strings = {"nanospace.booking.url", "nanospace.storage.kind"})
  void namesWhatIsMissing(String key) {
    assertThatThrownBy(() -> requireOwnValues(Map.of())).hasMessageContaining(key + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "nanospace.booking.url, http://localhost:8083",
    "nanospace.storage.local.folder, target/uploads"
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
