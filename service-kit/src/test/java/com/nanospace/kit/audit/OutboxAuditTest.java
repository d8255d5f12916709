package com.nanospace.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.kit.Ids;
import com.nanospace.kit.outbox.NewEvent;
import com.nanospace.kit.outbox.Outbox;
import com.nanospace.kit.outbox.OutboxConfig;
import com.nanospace.testkit.TopicProbe;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("try") // what is closed is the state that the test is in
class OutboxAuditTest {

  private static final String TYPE = "com.nanospace.thing.changed.v1";
  private static final String SOURCE = "/nanospace/kit-test";

  /** Its own for each test: what is in a topic can't be taken back. */
  private final String topicName = "kit.audited-%s.v1".formatted(Ids.next());

  private final TopicProbe topic = new TopicProbe(topicName);
  private final String key = UUID.randomUUID().toString();

  @Inject Auditor auditor;
  @Inject Outbox outbox;
  @Inject OutboxConfig config;
  @Inject OneLook look;
  @Inject Clock clock;
  @Inject AgroalDataSource database;

  @Test
  void findsNothingWrongInWhatTheRelayPublished() {
    publishSoundly(3);

    AuditReport report = audit();

    assertThat(report.findings()).isZero();
    assertThat(report.rows()).isGreaterThanOrEqualTo(6);
    assertThat(report.failure()).isNull();
  }

  @Test
  void findsAPublishedEventThatTheTopicDoesNotHave() throws SQLException {
    publishSoundly(1);
    UUID lost = published(key);

    AuditReport report = audit();

    assertThat(report.examples())
        .singleElement()
        .asString()
        .isEqualTo(
            "Event %s (%s of %s) counts as published, and %s does not have it"
                .formatted(lost, TYPE, key, topicName));
  }

  @Test
  void findsARecordOfOursThatWasNeverCommitted() throws SQLException {
    publishSoundly(1);
    UUID invented = Ids.next();
    send(invented, SOURCE);
    send(Ids.next(), "/nanospace/somebody-else");

    AuditReport report = audit();

    assertThat(report.examples())
        .singleElement()
        .asString()
        .contains(invented.toString(), "never committed");
  }

  @Test
  void takesAnEventThatIsOlderThanTheOutboxForNoFaultWhenItCameBack() throws SQLException {
    published(key);
    send(Ids.next(), SOURCE, clock.instant().minus(config.keepPublished()).minusSeconds(1));
    UUID invented = Ids.next();
    send(invented, SOURCE, clock.instant().minus(config.keepPublished()).plus(Duration.ofHours(2)));

    assertThat(audit().examples())
        .filteredOn(example -> example.contains("never committed"))
        .singleElement()
        .asString()
        .contains(invented.toString());
  }

  @Test
  void findsWhatItNeverCommittedAlsoWhenTheOutboxIsEmpty() throws SQLException {
    String service = "lonely-%s".formatted(Ids.next());
    String theirs = service + ".thing.v1";
    UUID invented = Ids.next();
    send(
        new TopicProbe(theirs),
        theirs,
        invented,
        "/nanospace/%s-service".formatted(service),
        clock.instant());

    Findings findings = look.of(new OutboxAudit(config, service + "-service", clock));

    assertThat(findings.counterexamples())
        .extracting(Counterexample::sentence)
        .anyMatch(sentence -> sentence.contains(invented.toString()));
  }

  @Test
  void findsEventsThatWaitForKafkaForTooLong() throws SQLException {
    try (StandingRelay standing = StandingRelay.of(database)) {
      UUID first = unpublished("10 minutes");
      unpublished("9 minutes");
      unpublished("1 minute");

      AuditReport report = audit();

      assertThat(report.findings()).isEqualTo(1);
      assertThat(report.examples())
          .singleElement()
          .asString()
          .startsWith("Committed events wait for %s since 20".formatted(topicName))
          .endsWith(": 2, the first is %s".formatted(first));
      forgetTheTopic();
    }
  }

  @Test
  void takesWhatHasJustBeenCommittedForNoFault() throws SQLException {
    try (StandingRelay standing = StandingRelay.of(database)) {
      unpublished("4 minutes");

      assertThat(audit().findings()).isZero();
      forgetTheTopic();
    }
  }

  @Test
  void findsEventsThatAreOutOfOrder() throws SQLException {
    UUID earlier = published(key);
    UUID later = published(key);
    send(later, SOURCE);
    send(earlier, SOURCE);

    AuditReport report = audit();

    assertThat(report.examples())
        .singleElement()
        .asString()
        .isEqualTo(
            "Event %s of %s comes after event %s, which was committed later"
                .formatted(earlier, key, later));
  }

  @Test
  void takesARepetitionForNoFault() throws SQLException {
    UUID first = published(key);
    UUID second = published(key);
    send(first, SOURCE);
    send(second, SOURCE);
    send(first, SOURCE);

    AuditReport report = audit();

    assertThat(report.findings()).isZero();
    assertThat(report.remarks()).contains("1 records came again, which is allowed");
  }

  @AfterEach
  void forgetTheTopic() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from outbox where aggregatetype = ?")) {
      delete.setString(1, topicName);
      delete.executeUpdate();
    }
  }

  private AuditReport audit() {
    return auditor.audit(Duration.ofHours(1)).stream()
        .filter(report -> report.audit().equals("outbox"))
        .findFirst()
        .orElseThrow();
  }

  private void publishSoundly(int count) {
    for (int event = 0; event < count; event++) {
      QuarkusTransaction.requiringNew()
          .run(() -> outbox.append(new NewEvent(topicName, key, TYPE, Map.of())));
    }
    await().until(this::isOutboxEmpty);
  }

  private boolean isOutboxEmpty() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select count(*) from outbox where published_at is null");
        var row = select.executeQuery()) {
      return row.next() && row.getLong(1) == 0;
    }
  }

  /** A row that says that its event is published. */
  private UUID published(String aggregate) throws SQLException {
    return row(aggregate, "0 minutes", "now()");
  }

  /** A row that was committed that long ago, and never left. */
  private UUID unpublished(String ago) throws SQLException {
    return row(key, ago, "null");
  }

  private UUID row(String aggregate, String ago, String publishedAt) throws SQLException {
    UUID id = Ids.next();
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at,
                  traceparent, request_id, published_at)
                values (?, ?, ?, ?, '{}', now() - ?::interval, '', '', %s)
                """
                    .formatted(publishedAt))) {
      insert.setObject(1, id);
      insert.setString(2, topicName);
      insert.setString(3, aggregate);
      insert.setString(4, TYPE);
      insert.setString(5, ago);
      insert.executeUpdate();
    }
    return id;
  }

  private void send(UUID id, String source) {
    send(topic, topicName, id, source, clock.instant());
  }

  private void send(UUID id, String source, Instant occurred) {
    send(topic, topicName, id, source, occurred);
  }

  private void send(TopicProbe probe, String name, UUID id, String source, Instant occurred) {
    ProducerRecord<String, String> record = new ProducerRecord<>(name, key, "{}");
    Map.of(
            "ce_id",
            id.toString(),
            "ce_type",
            TYPE,
            "ce_source",
            source,
            "ce_time",
            occurred.toString())
        .forEach(
            (header, value) ->
                record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
    probe.publish(record);
  }
}
