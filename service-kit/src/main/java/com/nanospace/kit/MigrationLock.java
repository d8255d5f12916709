package com.nanospace.kit;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Lets replicas that start together migrate one after another by a lock of the session.
 *
 * <p>Flyway's own choice, a lock that an open transaction holds, is one that {@code create index
 * concurrently} waits for without end, and the server ends a transaction that idles for as long as
 * a slow migration takes.
 */
@ApplicationScoped
class MigrationLock implements FlywayConfigurationCustomizer {

  @Override
  public void customize(FluentConfiguration configuration) {
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
  }
}
