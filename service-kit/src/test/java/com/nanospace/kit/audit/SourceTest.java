package com.nanospace.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("try") // what is closed is the state that the test is in
class SourceTest {

  private final ToldEvents events = ToldEvents.newTopic();

  @Inject AgroalDataSource database;
  @Inject OneLook look;
  @Inject Clock clock;

  @Test
  void findsAChangeWhoseEventWaitsForTooLong() throws SQLException {
    events.tell(1, clock.instant());
    try (StandingRelay standing = StandingRelay.of(database)) {
      waiting("10 minutes");
      waiting("1 minute");

      assertThat(differences(2, "10 minutes").counterexamples())
          .singleElement()
          .extracting(Counterexample::sentence)
          .asString()
          .contains("has version 2, and the newest event", "; what follows waits since 20");
      forget();
    }
  }

  @Test
  void leavesOutAChangeWhoseEventIsOnItsWay() throws SQLException {
    events.tell(1, clock.instant());
    try (StandingRelay standing = StandingRelay.of(database)) {
      waiting("1 minute");

      assertThat(differences(2, "1 minute").counterexamples()).isEmpty();
      forget();
    }
  }

  /** A dead letter, for instance, that was put back days later. */
  @Test
  void takesAnEventFromBeforeTheWindowForNoNews() throws SQLException {
    events.tell(1, clock.instant().minus(Duration.ofDays(3)));

    assertThat(differences(2, "2 days").counterexamples()).isEmpty();
    assertThat(differences(2, "10 minutes").counterexamples())
        .singleElement()
        .extracting(Counterexample::sentence)
        .asString()
        .endsWith("and no event tells of it");
  }

  /** Of a table that has that version of the thing, since that long ago. */
  private Findings differences(int version, String ago) throws SQLException {
    Source source =
        new Source(
            events.states(),
            """
            select '%s' as key, '{"version": %d}'::jsonb as state,
              now() - interval '%s' as changed_at
            """
                .formatted(events.key(), version, ago));
    return look.of(source::compare);
  }

  private void waiting(String ago) throws SQLException {
    execute(
        """
        insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at,
          traceparent, request_id)
        values (gen_random_uuid(), ?, '%s', 'com.nanospace.thing.changed.v1', '{}',
          now() - interval '%s', '', '')
        """
            .formatted(events.key(), ago));
  }

  private void forget() throws SQLException {
    execute("delete from outbox where aggregatetype = ?");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, events.topic());
      statement.executeUpdate();
    }
  }
}
