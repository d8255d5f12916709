package com.nanospace.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OldRowsTest {

  private static final Duration KEPT = Duration.ofDays(1);

  private final String consumer = "old-rows-" + UUID.randomUUID();

  @Inject OldRows oldRows;
  @Inject AgroalDataSource database;

  @Test
  void removesWhatIsOldHoweverMuchThatIs() throws SQLException {
    received(25_000, "2 days");
    received(3, "2 hours");

    oldRows.delete("inbox", mine(), KEPT);

    assertThat(left()).isEqualTo(3);
  }

  @Test
  void passesOverWhatSomebodyElseIsAt() throws SQLException {
    received(2, "2 days");
    try (Connection other = database.getConnection()) {
      other.setAutoCommit(false);
      try (var lock =
          other.prepareStatement(
              "select event_id from inbox where consumer = ? limit 1 for update")) {
        lock.setString(1, consumer);
        assertThat(lock.executeQuery().next()).isTrue();

        oldRows.delete("inbox", mine(), KEPT);
      }
      other.rollback();
    }

    assertThat(left()).isEqualTo(1);
  }

  private String mine() {
    return "received_at < ?1 and consumer = '%s'".formatted(consumer);
  }

  private void received(int rows, String ago) throws SQLException {
    try (Connection connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                """
                insert into inbox (consumer, event_id, received_at)
                select ?, gen_random_uuid()::text, now() - ?::interval from generate_series(1, ?)
                """)) {
      insert.setString(1, consumer);
      insert.setString(2, ago);
      insert.setInt(3, rows);
      insert.executeUpdate();
    }
  }

  private int left() throws SQLException {
    try (Connection connection = database.getConnection();
        var count = connection.prepareStatement("select count(*) from inbox where consumer = ?")) {
      count.setString(1, consumer);
      var counted = count.executeQuery();
      counted.next();
      return counted.getInt(1);
    }
  }
}
