package com.nanospace.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Carries committed events from the outbox to Kafka.
 *
 * <p>Every replica runs one, and a transaction-scoped advisory lock lets one at a time publish,
 * which keeps the order. It asks for what is unpublished rather than for what lies behind a
 * position, so a transaction that commits late is not skipped. A crash between acknowledgement and
 * commit publishes an event again, under the same id. NOTIFY wakes it; a poll stands behind that.
 */
@ApplicationScoped
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final long LOCK = 0x6e616e6f_6f757462L;
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

  private final AgroalDataSource database;
  private final EventPublisher publisher;
  private final OutboxConfig config;
  private final Thread thread = new Thread(this::run, "outbox-relay");
  private volatile boolean stopping;

  /** Left out of the next batch, lest their events fill it whenever there are many of them. */
  private Set<String> closedTopics = Set.of();

  OutboxRelay(AgroalDataSource database, EventPublisher publisher, OutboxConfig config) {
    this.database = database;
    this.publisher = publisher;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    if (!thread.join(STOP_PATIENCE)) {
      LOG.warn("The outbox relay did not stop in time; unacknowledged events stay in the outbox");
    }
  }

  private void run() {
    while (!stopping) {
      try (Connection connection = database.getConnection()) {
        relay(connection);
      } catch (SQLException e) {
        LOG.warnf("The outbox relay lost its database and tries again: %s", e.getMessage());
        rest();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.error("The outbox relay failed and tries again", e);
        rest();
      }
    }
  }

  private void relay(Connection connection) throws SQLException, InterruptedException {
    try (Statement statement = connection.createStatement()) {
      // A relay that hangs while it holds the lock must not stop the others.
      statement.execute("set idle_in_transaction_session_timeout = '60s'");
      statement.execute("listen outbox");
    }
    PGConnection notifications = connection.unwrap(PGConnection.class);
    int pollMillis = Math.toIntExact(config.pollInterval().toMillis());
    while (!stopping) {
      switch (publishBatch(connection)) {
        case MORE -> {}
        case DONE -> notifications.getNotifications(pollMillis);
        case FAILED -> rest();
      }
    }
  }

  private enum Outcome {
    MORE,
    DONE,
    FAILED
  }

  private Outcome publishBatch(Connection connection) throws SQLException, InterruptedException {
    connection.setAutoCommit(false);
    try {
      if (!isAlone(connection)) {
        return Outcome.DONE;
      }
      List<OutboxRow> rows = unpublished(connection);
      boolean leftSomeOut = !closedTopics.isEmpty();
      closedTopics = Set.of();
      if (rows.isEmpty()) {
        return Outcome.DONE;
      }
      EventPublisher.Result result = publisher.publish(rows);
      markPublished(connection, result.published());
      connection.commit();
      if (!leftSomeOut) {
        closedTopics = result.closed();
      }
      if (result.published().size() < rows.size()) {
        return Outcome.FAILED;
      }
      return rows.size() < config.batchSize() ? Outcome.DONE : Outcome.MORE;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static boolean isAlone(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      try (ResultSet result = lock.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  private List<OutboxRow> unpublished(Connection connection) throws SQLException {
    String query =
        """
        select %s from outbox where published_at is null and aggregatetype <> all (?)
        order by position limit ?
        """
            .formatted(OutboxRow.COLUMNS);
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setArray(1, connection.createArrayOf("text", closedTopics.toArray()));
      select.setInt(2, config.batchSize());
      try (ResultSet result = select.executeQuery()) {
        List<OutboxRow> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(OutboxRow.read(result));
        }
        return rows;
      }
    }
  }

  private static void markPublished(Connection connection, List<Long> positions)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update outbox set published_at = now() where position = any(?)")) {
      update.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
      update.executeUpdate();
    }
  }

  private void rest() {
    try {
      Thread.sleep(config.retryDelay());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
