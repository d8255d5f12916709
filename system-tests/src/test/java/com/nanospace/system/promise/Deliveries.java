package com.nanospace.system.promise;

import static org.awaitility.Awaitility.await;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** What notification-service has yet to send. */
final class Deliveries {

  private static final Duration SOON = Duration.ofMinutes(2);

  private Deliveries() {}

  static void awaitNonePending() {
    await("all messages to be sent").atMost(SOON).until(() -> pending() == 0);
  }

  private static int pending() throws SQLException {
    try (var database = Suite.database("notification");
        Statement statement = database.createStatement();
        ResultSet waiting =
            statement.executeQuery("select count(*) from delivery where status = 'pending'")) {
      waiting.next();
      return waiting.getInt(1);
    }
  }
}
