package com.nanospace.property;

import com.nanospace.property.image.storage.ImageStorage;
import com.nanospace.property.image.storage.StorageConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the service from starting half configured, or in production with development values. */
@ApplicationScoped
class ProductionSafety {

  private static final String DEVELOPMENT_IDENTITY = "http://localhost:8081";
  private static final Path DEVELOPMENT_FOLDER = Path.of("target");

  private final StorageConfig storage;
  private final Optional<String> databaseUrl;
  private final String identityUrl;

  ProductionSafety(
      StorageConfig storage,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") Optional<String> databaseUrl,
      @ConfigProperty(name = "nanospace.identity.url") String identityUrl) {
    this.storage = storage;
    this.databaseUrl = databaseUrl;
    this.identityUrl = identityUrl;
  }

  void start(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
      ImageStorage firstUse) {
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
    if (databaseUrl.isEmpty()) {
      throw new IllegalStateException("quarkus.datasource.jdbc.url is missing");
    }
    if (identityUrl.equals(DEVELOPMENT_IDENTITY)) {
      throw new IllegalStateException("nanospace.identity.url is the development value");
    }
    if (storage.local().folder().filter(f -> f.startsWith(DEVELOPMENT_FOLDER)).isPresent()) {
      throw new IllegalStateException("nanospace.storage.local.folder is the development folder");
    }
  }
}
