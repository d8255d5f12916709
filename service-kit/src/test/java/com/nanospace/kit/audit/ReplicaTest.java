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
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReplicaTest {

  private final ToldEvents events = ToldEvents.newTopic();

  @Inject AgroalDataSource database;
  @Inject OneLook look;
  @Inject Clock clock;

  @Test
  void isBehindAnEventThatTookEffectLongBeforeItCameAgain() throws SQLException {
    UUID event = events.tell(3, clock.instant().minus(Duration.ofDays(20)));
    taken(event, "20 days");

    assertThat(differences(2).counterexamples())
        .singleElement()
        .extracting(Counterexample::sentence)
        .asString()
        .contains("has version 2, though event %s with version 3 took effect".formatted(event));
  }

  /** A dead letter, for instance, that was put back days later. */
  @Test
  void isNotAheadBecauseAnEventFromBeforeTheWindowCame() throws SQLException {
    events.tell(1, clock.instant().minus(Duration.ofDays(3)));

    assertThat(differences(2).counterexamples()).isEmpty();
  }

  @Test
  void isAheadOfWhatWasToldInTheWindow() throws SQLException {
    events.tell(1, clock.instant());

    assertThat(differences(2).counterexamples())
        .singleElement()
        .extracting(Counterexample::sentence)
        .asString()
        .endsWith("has version 2, and the topic tells of none after 1");
  }

  /** Of a replica that has that version of the thing. */
  private Findings differences(int version) throws SQLException {
    Replica replica =
        new Replica(
            events.states(),
            "select '%s' as key, '{\"version\": %d}'::jsonb as state"
                .formatted(events.key(), version));
    return look.of(replica::compare);
  }

  private void taken(UUID event, String ago) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into inbox (consumer, event_id, received_at)
                values ('replica-test', ?, now() - ?::interval)
                """)) {
      insert.setString(1, event.toString());
      insert.setString(2, ago);
      insert.executeUpdate();
    }
  }
}
