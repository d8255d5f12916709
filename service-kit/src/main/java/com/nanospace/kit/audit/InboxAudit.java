package com.nanospace.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/**
 * Nothing was lost on the way in: each record that a consumer here calls done has taken effect, as
 * its note in the inbox says, or is in the dead-letter topic. Others wait for a short while only.
 *
 * <p>An event that comes again, put back from a dead-letter topic for instance, may have taken
 * effect weeks ago.
 */
@ApplicationScoped
class InboxAudit implements Audit {

  private static final String CHANNEL = "mp.messaging.incoming.";
  private static final String TOPIC = ".topic";
  private static final String DEAD_LETTERS = ".dead-letter-queue.topic";

  private final Config config;

  InboxAudit(Config config) {
    this.config = config;
  }

  /** A topic that this service consumes, and where it parks what it can't handle. */
  private record Intake(String topic, Optional<String> deadLetters) {}

  @Override
  public String name() {
    return "inbox";
  }

  @Override
  public void look(Evidence evidence) throws SQLException {
    for (String channel : channels()) {
      look(
          evidence,
          new Intake(
              config.getValue(CHANNEL + channel + TOPIC, String.class),
              config.getOptionalValue(CHANNEL + channel + DEAD_LETTERS, String.class)));
    }
  }

  private static void look(Evidence evidence, Intake intake) throws SQLException {
    evidence.backlogs(intake.topic());
    evidence.readAcknowledged(intake.topic());
    if (intake.deadLetters().isPresent()) {
      evidence.read(intake.deadLetters().get(), Set.of());
    }
    // In two steps: the planner expects notes of all events, and would look up the dead letters of
    // the others one by one. There may be thousands.
    evidence.counterexamples(
        """
        with unparked as materialized (
          select r.* from audit_record r
          where r.topic = ?
            and not exists (
              select from audit_record d
              where d.topic = ? and d.parked_partition = r.partition
                and d.parked_position = r.position))
        select 'lost ' || r.topic || ' ' || r.partition || ' ' || r.position as identity,
          format('Event %s (%s of %s) at offset %s of %s-%s counts as done, and is neither in the'
            ' inbox nor in %s', r.id, r.type, r.key, r.position, r.topic, r.partition, ?::text)
            as sentence
        from unparked r
        where not exists (select from inbox i where i.event_id = r.id)
        """,
        intake.topic(),
        intake.deadLetters().orElse(""),
        intake.deadLetters().orElse("any dead-letter topic"));
  }

  private Set<String> channels() {
    Set<String> channels = new TreeSet<>();
    for (String key : config.getPropertyNames()) {
      if (key.startsWith(CHANNEL) && key.endsWith(TOPIC) && !key.endsWith(DEAD_LETTERS)) {
        channels.add(key.substring(CHANNEL.length(), key.length() - TOPIC.length()));
      }
    }
    return channels;
  }
}
