package com.nanospace.kit.audit;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Nothing leaves the outbox meanwhile, as when the one relay that may publish hangs. */
record StandingRelay(Connection connection) implements AutoCloseable {

  /** The lock that a relay holds while it publishes. */
  private static final long LOCK = 0x6e616e6f_6f757462L;

  static StandingRelay of(AgroalDataSource database) throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      lock.execute();
    }
    return new StandingRelay(connection);
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
