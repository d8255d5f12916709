package com.nanospace.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.kit.Notes;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventIntakeTest {

  private static final String TYPE = "com.nanospace.note.noted.v1";

  private final TopicProbe topic = new TopicProbe("kit.note.v1");
  private final TopicProbe deadLetters = new TopicProbe("kit.note.v1.kit.dlq");
  private final String key = UUID.randomUUID().toString();

  @Inject Notes notes;

  @Test
  void appliesARedeliveredEventOnce() {
    String id = UUID.randomUUID().toString();
    // A second effect would break uq_note_text and end among the dead letters.
    String once = "{\"text\": \"once %s\"}".formatted(key);

    topic.publish(key, id, TYPE, once);
    topic.publish(key, id, TYPE, once);
    topic.publish(key, TYPE, "{\"text\": \"after %s\"}".formatted(key));

    await().until(() -> notes.count("after " + key) == 1);
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
}
