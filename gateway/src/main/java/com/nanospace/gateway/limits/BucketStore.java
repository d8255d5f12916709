package com.nanospace.gateway.limits;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.postgresql.Driver;

/**
 * The table in PostgreSQL in which replicas count together. Everything here blocks.
 *
 * <p>A replica takes a share of a client's requests ahead and settles when that is used up, or
 * after a moment: meanwhile it asks nobody. So much can be let pass too many by each further
 * replica.
 */
final class BucketStore implements AutoCloseable {

  private static final int SHARES = 20;
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(5);
  private static final Duration KEPT_LONGER = Duration.ofSeconds(10);
  private static final int REMOVED_AT_ONCE = 1_000;

  private final AgroalDataSource pool;
  private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
  private boolean migrated;

  BucketStore(LimitsConfig.Database config) {
    this.pool = pool(config);
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("bucket")
            .idColumn("id")
            .stateColumn("state")
            .expiresAtColumn("expires_at")
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_LONGER))
            .build();
  }

  /** Its requests are counted as far as they must be; it is to be kept for the next one. */
  BucketProxy bucket(Quota quota, String key) {
    migrate();
    return buckets
        .builder()
        .withOptimization(
            Optimizations.delaying(
                new DelayParameters(Math.max(1, quota.requests() / SHARES), SETTLED_WITHIN)))
        .build(quota.policy() + ":" + key, quota::bucket);
  }

  /** Makes the table, once; a replica that finds the database away tries again when it is asked. */
  synchronized void migrate() {
    if (!migrated) {
      Flyway.configure().dataSource(pool).locations("classpath:db/limits").load().migrate();
      migrated = true;
    }
  }

  /** Forgets clients that are as good as new. */
  void removeExpired() {
    int removed = REMOVED_AT_ONCE;
    while (removed == REMOVED_AT_ONCE) {
      removed = buckets.removeExpired(REMOVED_AT_ONCE);
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static AgroalDataSource pool(LimitsConfig.Database config) {
    String url =
        config
            .url()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "nanospace.limits.shared needs nanospace.limits.database.url"));
    String seconds = String.valueOf(Math.max(1, config.patience().toSeconds()));
    AgroalDataSourceConfigurationSupplier settings =
        new AgroalDataSourceConfigurationSupplier()
            .metricsEnabled(false)
            .connectionPoolConfiguration(
                connections ->
                    connections
                        .maxSize(config.connections())
                        .acquisitionTimeout(config.patience())
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .connectionProviderClass(Driver.class)
                                    .jdbcUrl(url)
                                    .principal(new NamePrincipal(config.username()))
                                    .credential(new SimplePassword(config.password().orElse("")))
                                    .jdbcProperty("ApplicationName", "gateway")
                                    .jdbcProperty("connectTimeout", seconds)
                                    .jdbcProperty("socketTimeout", seconds)));
    try {
      return AgroalDataSource.from(settings);
    } catch (SQLException e) {
      throw new IllegalStateException("no connections to the database of the counts", e);
    }
  }
}
