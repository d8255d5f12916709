package com.nanospace.booking;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Keeps the prod profile from starting with what only fits a developer's machine. */
@ApplicationScoped
class ProductionSafety {

  private static final List<String> KEYS =
      List.of(
          "nanospace.property.url",
          "nanospace.identity.url",
          "quarkus.datasource.jdbc.url",
          "quarkus.datasource.username",
          "quarkus.datasource.password",
          "kafka.bootstrap.servers");

  private static final List<String> DEVELOPMENT_VALUES =
      List.of("http://localhost:8081", "http://localhost:8082", "booking", "localhost:9092");

  private final Config config;

  ProductionSafety(Config config) {
    this.config = config;
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    if (ConfigUtils.isProfileActive("prod")) {
      requireOwnValues();
    }
  }

  /**
   * Checks what the prod profile must have been given.
   *
   * @throws IllegalStateException that names the key
   */
  void requireOwnValues() {
    for (String key : KEYS) {
      String value =
          config
              .getOptionalValue(key, String.class)
              .orElseThrow(() -> new IllegalStateException(key + " is missing"));
      boolean isUserName = key.equals("quarkus.datasource.username");
      if (!isUserName && DEVELOPMENT_VALUES.contains(value)) {
        throw new IllegalStateException(key + " has the development value");
      }
    }
  }
}
