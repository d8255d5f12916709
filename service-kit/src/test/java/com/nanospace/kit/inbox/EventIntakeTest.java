package com.nanospace.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.Notes;
import com.nanospace.kit.observe.EventMeters;
import com.nanospace.kit.observe.Spans;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventIntakeTest {

  private static final String TYPE = "com.nanospace.note.noted.v1";

  private final TopicProbe topic = new TopicProbe("kit.note.v1");
  private final TopicProbe deadLetters = new TopicProbe("kit.note.v1.kit.dlq");
  private final String key = UUID.randomUUID().toString();

  @Inject Notes notes;
  @Inject Inbox inbox;
  @Inject ObjectMapper json;
  @Inject IntakeConfig config;
  @Inject Spans spans;
  @Inject EventMeters meters;
  @Inject Clock clock;

  @Test
  void appliesARedeliveredEventOnce() {
    String id = UUID.randomUUID().toString();
    // A second effect would break uq_note_text and end among the dead letters, before the poison.
    String once = "{\"text\": \"once %s\"}".formatted(key);

    topic.publish(key, id, TYPE, once);
    topic.publish(key, id, TYPE, once);
    topic.publish(key, TYPE, "{\"text\": \"poison %s\"}".formatted(key));

    assertThat(deadLetters.awaitAll(key, 1, record -> true).getFirst().value()).contains("poison");
    assertThat(notes.count("once " + key)).isEqualTo(1);
  }

  @Test
  void parksAPoisonEventWithItsReasonAndGoesOn() {
    topic.publish(key, TYPE, "{\"text\": \"poison %s\"}".formatted(key));
    topic.publish(key, TYPE, "{\"text\": \"healthy %s\"}".formatted(key));

    await().until(() -> notes.count("healthy " + key) == 1);
    var parked = deadLetters.await(key, TYPE);
    assertThat(parked.value()).contains("poison");
    assertThat(TopicProbe.header(parked, "dead-letter-reason")).contains("can't be handled");
    assertThat(notes.count("poison " + key)).isZero();
  }

  @Test
  void parksWhatIsNoEventAtAll() {
    topic.publish(new ProducerRecord<>("kit.note.v1", key, "not an event"));
    topic.publish(key, TYPE, "[1, 2");
    topic.publish(key, TYPE, "{\"text\": \"later %s\"}".formatted(key));

    await().until(() -> notes.count("later " + key) == 1);
    assertThat(deadLetters.awaitAll(key, 2, record -> true)).hasSize(2);
  }

  @Test
  void leavesTheEventAtWhichTheServiceStopsInItsTopic() {
    topic.publish(key, TYPE, "{\"text\": \"stop %s\"}".formatted(key));
    topic.publish(key, TYPE, "{\"text\": \"poison %s\"}".formatted(key));

    // Of the two that failed only the second is a dead letter.
    var parked = deadLetters.await(key, TYPE);
    assertThat(parked.value()).contains("poison");
  }

  @Test
  void givesUpRetriesWhenTheServiceStopsAndTakesNothingMore() {
    EventIntake stopped = new EventIntake(inbox, json, config, spans, meters, clock);
    ConsumerRecord<String, byte[]> record = record("{}");
    AtomicInteger tries = new AtomicInteger();
    Consumer<ReceivedEvent> failsAndStops =
        event -> {
          tries.incrementAndGet();
          stopped.stop(new ShutdownEvent());
          throw new IllegalStateException("not now");
        };

    assertThatThrownBy(() -> stopped.take("kit", record, failsAndStops))
        .isInstanceOf(LeftForLater.class);
    assertThatThrownBy(() -> stopped.take("kit", record, failsAndStops))
        .isInstanceOf(LeftForLater.class);

    assertThat(tries).hasValue(1);
  }

  private ConsumerRecord<String, byte[]> record(String payload) {
    var record =
        new ConsumerRecord<>("kit.note.v1", 0, 0, key, payload.getBytes(StandardCharsets.UTF_8));
    record.headers().add("ce_id", key.getBytes(StandardCharsets.UTF_8));
    record.headers().add("ce_type", TYPE.getBytes(StandardCharsets.UTF_8));
    return record;
  }
}
