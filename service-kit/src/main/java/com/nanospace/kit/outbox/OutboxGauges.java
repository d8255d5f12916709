package com.nanospace.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Depth and age of the outbox. The table is shared, so every replica tells the same: take the
 * maximum, not the sum. Unknown, NaN, while the database is away.
 */
@Startup
@ApplicationScoped
class OutboxGauges {

  private static final Logger LOG = Logger.getLogger(OutboxGauges.class);

  private record Reading(double pending, double oldestSeconds) {
    static final Reading UNKNOWN = new Reading(Double.NaN, Double.NaN);
  }

  private final AgroalDataSource database;
  private volatile Reading reading = Reading.UNKNOWN;

  OutboxGauges(AgroalDataSource database, MeterRegistry registry) {
    this.database = database;
    Gauge.builder("nanospace.outbox.pending", this, gauges -> gauges.reading.pending())
        .description("Committed events that the broker has not acknowledged yet")
        .register(registry);
    Gauge.builder("nanospace.outbox.oldest.age", this, gauges -> gauges.reading.oldestSeconds())
        .description("How long the oldest of them has been waiting")
        .baseUnit("seconds")
        .register(registry);
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void read() {
    String query =
        """
        select count(*), coalesce(extract(epoch from now() - min(occurred_at)), 0)
        from outbox where published_at is null
        """;
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query);
        ResultSet result = select.executeQuery()) {
      result.next();
      reading = new Reading(result.getDouble(1), result.getDouble(2));
    } catch (SQLException e) {
      LOG.debugf("The outbox could not be read: %s", e.getMessage());
      reading = Reading.UNKNOWN;
    }
  }
}
