package com.nanospace.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SourceTest {

  private final ToldEvents events = ToldEvents.newTopic();

  @Inject OneLook look;
  @Inject Clock clock;

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
}
