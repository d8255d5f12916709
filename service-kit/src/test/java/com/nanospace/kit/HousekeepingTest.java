package com.nanospace.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HousekeepingTest {

  private static final Pattern DEAD_LETTERS =
      Pattern.compile("(.+\\.v\\d+)\\.[a-z-]+\\.dlq\\.retention\\.ms");

  /** Of the rows of this test. */
  private final String mark = "swept-" + Ids.next();

  @Inject Housekeeping housekeeping;
  @Inject AgroalDataSource database;

  @AfterEach
  void clear() throws SQLException {
    execute("delete from outbox where request_id = '%s'");
    execute("delete from inbox where consumer = '%s'");
    execute("delete from idempotent_reply where caller = '%s'");
  }

  @Test
  void sweepsPublishedEventsThatAreOld() throws SQLException {
    committed("8 days", "now() - interval '8 days'");
    committed("8 days", "now() - interval '6 days'");
    committed("8 days", "null");

    housekeeping.sweep();

    assertThat(left("outbox where request_id")).isEqualTo(2);
  }

  @Test
  void sweepsOldNotesOfTheInbox() throws SQLException {
    received("31 days");
    received("29 days");

    housekeeping.sweep();

    assertThat(left("inbox where consumer")).isEqualTo(1);
  }

  @Test
  void sweepsOldReplies() throws SQLException {
    replied("26 hours");
    replied("24 hours");

    housekeeping.sweep();

    assertThat(left("idempotent_reply where caller")).isEqualTo(1);
  }

  /** It may be parked on its last day in a topic, and be put back on its last day there. */
  @Test
  void knowsAnEventForAsLongAsItCanComeBack() throws IOException {
    Properties topics = new Properties();
    try (InputStream file = getClass().getResourceAsStream("/contracts/topics.properties")) {
      topics.load(file);
    }

    List<Duration> returns = new ArrayList<>();
    for (String setting : topics.stringPropertyNames()) {
      Matcher deadLetters = DEAD_LETTERS.matcher(setting);
      if (deadLetters.matches()) {
        returns.add(
            retention(topics, setting)
                .plus(retention(topics, deadLetters.group(1) + ".retention.ms")));
      }
    }

    assertThat(returns)
        .isNotEmpty()
        .allSatisfy(late -> assertThat(Housekeeping.KEEP_INBOX).isGreaterThanOrEqualTo(late));
  }

  private static Duration retention(Properties topics, String setting) {
    return Duration.ofMillis(Long.parseLong(topics.getProperty(setting)));
  }

  private void committed(String ago, String publishedAt) throws SQLException {
    execute(
        """
        insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at,
          traceparent, request_id, published_at)
        values (gen_random_uuid(), 'kit.swept.v1', '-', '-', '{}', now() - interval '%s', '',
          '%%s', %s)
        """
            .formatted(ago, publishedAt));
  }

  private void received(String ago) throws SQLException {
    execute(
        """
        insert into inbox (consumer, event_id, received_at)
        values ('%%s', gen_random_uuid(), now() - interval '%s')
        """
            .formatted(ago));
  }

  private void replied(String ago) throws SQLException {
    execute(
        """
        insert into idempotent_reply
          (caller, key, operation, request_hash, status, body, created_at)
        values ('%%s', gen_random_uuid(), '-', '', 200, '{}', now() - interval '%s')
        """
            .formatted(ago));
  }

  /** Runs SQL that has a place for the mark. */
  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql.formatted(mark));
    }
  }

  private int left(String tableAndColumn) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from %s = '%s'".formatted(tableAndColumn, mark))) {
      row.next();
      return row.getInt(1);
    }
  }
}
