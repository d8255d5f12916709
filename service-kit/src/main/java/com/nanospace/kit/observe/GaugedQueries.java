package com.nanospace.kit.observe;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Keeps the gauges of all {@link GaugedQuery} beans. Tables are shared, so every replica tells the
 * same: take the maximum, not the sum. Unknown, NaN, while the database is away.
 */
@Startup
@ApplicationScoped
class GaugedQueries {

  private static final Logger LOG = Logger.getLogger(GaugedQueries.class);

  private final AgroalDataSource database;
  private final List<GaugedQuery> queries;
  private final Map<GaugedQuery.Column, Double> readings = new ConcurrentHashMap<>();

  GaugedQueries(AgroalDataSource database, @All List<GaugedQuery> queries, MeterRegistry registry) {
    this.database = database;
    this.queries = queries;
    for (GaugedQuery query : queries) {
      for (GaugedQuery.Column column : query.columns()) {
        readings.put(column, Double.NaN);
        Gauge.builder(column.name(), () -> readings.get(column))
            .tags(column.tags().toArray(String[]::new))
            .description(column.meaning())
            .register(registry);
      }
    }
  }

  @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  void read() {
    for (GaugedQuery query : queries) {
      try (Connection connection = database.getConnection();
          PreparedStatement select = connection.prepareStatement(query.sql());
          ResultSet row = select.executeQuery()) {
        row.next();
        for (int column = 0; column < query.columns().size(); column++) {
          double reading = row.getDouble(column + 1);
          readings.put(query.columns().get(column), row.wasNull() ? Double.NaN : reading);
        }
      } catch (SQLException e) {
        LOG.debugf("Gauges could not be read: %s", e.getMessage());
        query.columns().forEach(column -> readings.put(column, Double.NaN));
      }
    }
  }
}
