package com.nanospace.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedEventTest {

  @Test
  void tellsWhenItHappened() {
    assertThat(eventOf("2026-12-01T10:00:00Z").time())
        .contains(Instant.parse("2026-12-01T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1000000000-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z",
        "2400-01-01T00:00:00Z",
        "x"
      })
  void hasNoTimeThatNoTimerTakes(String time) {
    assertThat(eventOf(time).time()).isEmpty();
  }

  private static ReceivedEvent eventOf(String time) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>("t", 0, 0, null, "{}".getBytes(UTF_8));
    record.headers().add("ce_id", "1".getBytes(UTF_8));
    record.headers().add("ce_type", "t.v1".getBytes(UTF_8));
    record.headers().add("ce_time", time.getBytes(UTF_8));
    return ReceivedEvent.of(record, new ObjectMapper());
  }
}
