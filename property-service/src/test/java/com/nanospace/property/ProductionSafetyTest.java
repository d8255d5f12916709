package com.nanospace.property;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.property.image.storage.StorageConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductionSafetyTest {

  private static final String IDENTITY = "https://identity.example.com";
  private static final Optional<String> DATABASE = Optional.of("jdbc:postgresql://db/property");

  @Test
  void ownValuesAreFine() {
    assertThatCode(() -> safety("/var/lib/images", DATABASE, IDENTITY).requireOwnValues())
        .doesNotThrowAnyException();
  }

  @Test
  void developmentAndMissingValuesAreNamed() {
    assertThatThrownBy(() -> safety("target/uploads", DATABASE, IDENTITY).requireOwnValues())
        .hasMessageStartingWith("nanospace.storage.local.folder");
    assertThatThrownBy(
            () -> safety("/images", DATABASE, "http://localhost:8081").requireOwnValues())
        .hasMessageStartingWith("nanospace.identity.url");
    assertThatThrownBy(() -> safety("/images", Optional.empty(), IDENTITY).requireOwnValues())
        .hasMessageStartingWith("quarkus.datasource.jdbc.url");
  }

  private static ProductionSafety safety(
      String folder, Optional<String> database, String identity) {
    StorageConfig storage =
        new SmallRyeConfigBuilder()
            .withMapping(StorageConfig.class)
            .withSources(
                new PropertiesConfigSource(
                    Map.of(
                        "nanospace.storage.kind",
                        "local",
                        "nanospace.storage.local.folder",
                        folder),
                    "test",
                    100))
            .build()
            .getConfigMapping(StorageConfig.class);
    return new ProductionSafety(storage, database, identity);
  }
}
