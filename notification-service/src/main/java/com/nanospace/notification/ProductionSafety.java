package com.nanospace.notification;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Keeps the service from starting without what it needs, and prod from what only dev may have. */
@ApplicationScoped
class ProductionSafety {

  private static final List<String> PRODUCTION =
      List.of(
          "quarkus.mailer.host",
          "nanospace.identity.url",
          "quarkus.datasource.jdbc.url",
          "quarkus.datasource.username",
          "quarkus.datasource.password",
          "kafka.bootstrap.servers");

  private static final Set<String> DEVELOPMENT_VALUES =
      Set.of("localhost", "http://localhost:8081", "localhost:9092");

  private static final List<String> TWILIO =
      List.of(
          "nanospace.sms.twilio.account-sid",
          "nanospace.sms.twilio.auth-token",
          "nanospace.sms.twilio.from");

  private final Config config;

  ProductionSafety(Config config) {
    this.config = config;
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    requireTwilioSettings();
    if (ConfigUtils.isProfileActive("prod")) {
      requireProductionSettings();
    }
  }

  /**
   * Checks that Twilio, when enabled, can be used.
   *
   * @throws IllegalStateException that names the key
   */
  void requireTwilioSettings() {
    if (config.getOptionalValue("nanospace.sms.twilio.enabled", Boolean.class).orElse(false)) {
      TWILIO.forEach(this::required);
    }
  }

  /**
   * Checks what the prod profile must have been given.
   *
   * @throws IllegalStateException that names the key
   */
  void requireProductionSettings() {
    for (String key : PRODUCTION) {
      if (DEVELOPMENT_VALUES.contains(required(key))) {
        throw new IllegalStateException(key + " has the development value");
      }
    }
  }

  private String required(String key) {
    return config
        .getOptionalValue(key, String.class)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new IllegalStateException(key + " is missing"));
  }
}
