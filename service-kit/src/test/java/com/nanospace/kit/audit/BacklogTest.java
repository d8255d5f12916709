package com.nanospace.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.kit.Ids;
import com.nanospace.kit.KafkaCluster;
import com.nanospace.testkit.TestKafka;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What the audit of an inbox says of a service whose consumer stands still. */
@QuarkusTest
class BacklogTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  /** Further back than the audit looks. */
  private static final Duration BEFORE = OneLook.WINDOW.multipliedBy(2);

  private final String topicName = "kit.standing-%s.v1".formatted(Ids.next());
  private final String service = "standing-%s".formatted(Ids.next());
  private final TopicProbe topic = new TopicProbe(topicName);

  @Inject KafkaCluster kafka;
  @Inject AuditConfig config;
  @Inject OneLook look;
  @Inject Clock clock;

  @Test
  void tellsOfRecordsThatItHasNeverBegunToTake() throws SQLException {
    Instant first = publish(BEFORE);
    publish(LONG);
    publish(Duration.ZERO);

    assertThat(backlogs())
        .containsExactly(
            "Records of %s-0 wait for this service since %s: 2, from offset 0 on"
                .formatted(topicName, first));
  }

  @Test
  void tellsOfRecordsBehindThoseThatItHasTaken() throws Exception {
    publish(BEFORE);
    Instant first = publish(LONG);
    publish(LONG);
    publish(Duration.ZERO);
    taken(1);

    assertThat(backlogs())
        .containsExactly(
            "Records of %s-0 wait for this service since %s: 2, from offset 1 on"
                .formatted(topicName, first));
  }

  @Test
  void findsNothingWrongInRecordsThatHaveJustCome() throws Exception {
    publish(BEFORE);
    taken(1);
    publish(config.longestWait().minusMinutes(1));

    assertThat(backlogs()).isEmpty();
  }

  @Test
  void findsNothingWrongInATopicThatIsAtRest() throws Exception {
    assertThat(backlogs()).isEmpty();

    publish(BEFORE);
    taken(1);

    assertThat(backlogs()).isEmpty();
  }

  private List<String> backlogs() throws SQLException {
    InboxAudit audit =
        new InboxAudit(
            new SmallRyeConfigBuilder()
                .withDefaultValue("mp.messaging.incoming.standing.topic", topicName)
                .build());
    return look
        .of(audit::look, new TopicScan(kafka, config, service, clock))
        .counterexamples()
        .stream()
        .map(Counterexample::sentence)
        .toList();
  }

  /** Puts a record of that age into the first partition; returns its time. */
  private Instant publish(Duration age) {
    Instant time = clock.instant().minus(age).truncatedTo(ChronoUnit.MILLIS);
    topic.publish(new ProducerRecord<>(topicName, 0, time.toEpochMilli(), "key", "{}"));
    return time;
  }

  /** The service calls so many records of the first partition done. */
  private void taken(long records)
      throws InterruptedException, ExecutionException, TimeoutException {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()))) {
      admin
          .alterConsumerGroupOffsets(
              service, Map.of(new TopicPartition(topicName, 0), new OffsetAndMetadata(records)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
  }
}
