package com.nanospace.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.kit.Notes;
import com.nanospace.testkit.TopicProbe;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InboxAuditTest {

  private static final String TYPE = "com.nanospace.note.noted.v1";

  private final TopicProbe topic = new TopicProbe("kit.note.v1");
  private final TopicProbe deadLetters = new TopicProbe("kit.note.v1.kit.dlq");
  private final String key = UUID.randomUUID().toString();

  @Inject Auditor auditor;
  @Inject Notes notes;
  @Inject AgroalDataSource database;

  @Test
  void findsNothingWrongInWhatWasTakenOrParked() {
    topic.publish(new ProducerRecord<>("kit.note.v1", key, "not an event"));
    topic.publish(key, TYPE, "{\"text\": \"poison %s\"}".formatted(key));
    topic.publish(key, TYPE, "{\"text\": \"audited %s\"}".formatted(key));
    await().until(() -> notes.count("audited " + key) == 1);
    deadLetters.awaitAll(key, 2, record -> true);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(audit().rows()).isGreaterThanOrEqualTo(5));
    assertThat(audit().examples()).noneMatch(example -> example.contains(key));
  }

  @Test
  void findsAnEventThatCountsAsDoneWithoutHavingBeenTaken() throws SQLException {
    String lost = topic.publish(key, TYPE, "{\"text\": \"lost %s\"}".formatted(key));
    await().until(() -> notes.count("lost " + key) == 1);
    forget(lost);

    // The consumer commits its offsets every few seconds.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(audit().examples())
                    .anySatisfy(
                        example ->
                            assertThat(example)
                                .startsWith("Event %s (%s of %s)".formatted(lost, TYPE, key))
                                .endsWith("is neither in the inbox nor in kit.note.v1.kit.dlq")));
    remember(lost);
  }

  @Test
  void takesAnEventForDoneThatTookEffectLongBeforeItCameAgain() throws SQLException {
    String taken = topic.publish(key, TYPE, "{\"text\": \"taken %s\"}".formatted(key));
    await().until(() -> notes.count("taken " + key) == 1);
    execute("update inbox set received_at = now() - interval '20 days' where event_id = ?", taken);
    topic.publish(key, taken, TYPE, "{\"text\": \"taken %s\"}".formatted(key));
    String lost = topic.publish(key, TYPE, "{\"text\": \"lost %s\"}".formatted(key));
    await().until(() -> notes.count("lost " + key) == 1);
    forget(lost);

    // What comes behind it in the partition shows that it was looked at.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(audit().examples())
                    .anyMatch(example -> example.contains(lost))
                    .noneMatch(example -> example.contains(taken)));
    remember(lost);
  }

  private AuditReport audit() {
    return auditor.audit(Duration.ofMinutes(10)).stream()
        .filter(report -> report.audit().equals("inbox"))
        .findFirst()
        .orElseThrow();
  }

  private void forget(String event) throws SQLException {
    execute("delete from inbox where event_id = ?", event);
  }

  private void remember(String event) throws SQLException {
    execute("insert into inbox (consumer, event_id) values ('kit', ?)", event);
  }

  private void execute(String sql, String event) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, event);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
