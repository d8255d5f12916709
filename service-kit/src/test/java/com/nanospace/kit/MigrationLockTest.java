package com.nanospace.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The schema of these tests has an index that was made {@code concurrently}, or none would run. */
@QuarkusTest
class MigrationLockTest {

  @Inject AgroalDataSource database;

  @Test
  void letsAMigrationMakeAnIndexWhileOthersWrite() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var index =
            statement.executeQuery(
                """
                select indisvalid from pg_index
                where indexrelid = 'ix_note_lower_text'::regclass
                """)) {
      assertThat(index.next()).isTrue();
      assertThat(index.getBoolean("indisvalid")).isTrue();
    }
  }
}
