package com.nanospace.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A listing's row in booking-service that nobody else gets until it is closed: who books the
 * listing meanwhile waits in the middle of a transaction.
 */
record HeldListing(Connection database) implements AutoCloseable {

  /**
   * Waits for the row for so long.
   *
   * @throws SQLException when somebody else keeps it for longer
   */
  static HeldListing of(String listing, Duration patience) throws SQLException {
    Connection database = Suite.database("booking");
    database.setAutoCommit(false);
    try (Statement session = database.createStatement();
        PreparedStatement lock =
            database.prepareStatement(
                "select 1 from listing where id = cast(? as uuid) for update")) {
      session.execute("set local lock_timeout = %d".formatted(patience.toMillis()));
      lock.setString(1, listing);
      try (ResultSet row = lock.executeQuery()) {
        assertThat(row.next()).isTrue();
      }
      return new HeldListing(database);
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  void awaitSomebodyWaiting() {
    await("a booking to wait for its listing").until(this::isWaitedFor);
  }

  private boolean isWaitedFor() throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet waiting =
            statement.executeQuery(
                """
                select from pg_stat_activity
                where datname = 'booking' and wait_event_type = 'Lock'
                """)) {
      return waiting.next();
    }
  }

  @Override
  public void close() throws SQLException {
    database.rollback();
    database.close();
  }
}
