package com.nanospace.kit.production;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Refuses to start in the prod profile while a value is missing or known to everybody. */
@ApplicationScoped
public class ProductionSafety {

  private static final List<ProductionRule> OF_EVERY_SERVICE =
      List.of(
          ProductionRule.required("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost*"),
          ProductionRule.required("quarkus.datasource.username"),
          ProductionRule.required("kafka.bootstrap.servers", "localhost:9092"),
          ProductionRule.refused("nanospace.identity.url", "http://localhost*"));

  private final Config config;
  private final List<ProductionRules> own;

  public ProductionSafety(Config config, @All List<ProductionRules> own) {
    this.config = config;
    this.own = own;
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    if (ConfigUtils.isProfileActive("prod")) {
      requireOwnValues();
    }
  }

  /**
   * Checks what the prod profile must have been given.
   *
   * @throws IllegalStateException that names every key at fault
   */
  public void requireOwnValues() {
    List<String> violations =
        Stream.of(
                OF_EVERY_SERVICE.stream(),
                Stream.of(password()),
                own.stream().flatMap(rules -> rules.rules().stream()))
            .flatMap(rules -> rules)
            .flatMap(rule -> rule.violation(value(rule.key())).stream())
            .toList();
    if (!violations.isEmpty()) {
      throw new IllegalStateException(
          "Unsafe in production: %s".formatted(String.join("; ", violations)));
    }
  }

  private ProductionRule password() {
    String key = "quarkus.datasource.password";
    return value("quarkus.datasource.username")
        .map(user -> ProductionRule.required(key, user, "postgres", "password"))
        .orElseGet(() -> ProductionRule.required(key));
  }

  private Optional<String> value(String key) {
    return config.getOptionalValue(key, String.class);
  }
}
