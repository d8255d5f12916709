package com.nanospace.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.http.Correlation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A record is an event, or unreadable: it goes to the dead letters and holds up nobody. */
class ReceivedEventFuzz {

  private static final ObjectMapper JSON = new ObjectMapper();

  record Payload(UUID userId, long version, BigDecimal amount, List<String> groups) {}

  static Stream<Arguments> records() {
    byte[] payload =
        "{\"userId\":\"019aaad2-0000-7000-8000-000000000000\",\"version\":1,\"groups\":[\"a\"]}"
            .getBytes(UTF_8);
    return Stream.of(
        arguments("019aaad2", "com.nanospace.x.v1", "2026-12-01T10:00:00.5Z", "r-1", payload),
        arguments(" ", "\ud800", "+1000000000-12-31T23:59:60Z", "a b", "null".getBytes(UTF_8)),
        arguments(
            "x", "y", "", "00-00000000000000000000000000000001-0000000000000001-01", payload));
  }

  @MethodSource("records")
  @FuzzTest
  void isAnEventOrUnreadable(
      @NotNull String id,
      @NotNull String type,
      @NotNull String time,
      @NotNull String correlation,
      byte @NotNull [] payload) {
    ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("t", 0, 0, null, payload);
    header(record, "ce_id", id);
    header(record, "ce_type", type);
    header(record, "ce_time", time);
    header(record, "x-request-id", correlation);
    header(record, "traceparent", correlation);
    @Nullable ReceivedEvent event = read(record);
    assertThat(event == null).isEqualTo(id.isBlank() || type.isBlank());
    if (event != null) {
      Correlation found = event.correlation();
      assertThat(found.requestId()).matches("[A-Za-z0-9._-]{1,128}");
      assertThat(found.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
      event
          .time()
          .ifPresent(
              told -> assertThat(Duration.between(told, Instant.EPOCH).toNanos()).isNegative());
      readPayload(event);
    }
  }

  private static void header(ConsumerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(UTF_8));
  }

  private static @Nullable ReceivedEvent read(ConsumerRecord<String, byte[]> record) {
    try {
      return ReceivedEvent.of(record, JSON);
    } catch (UnreadableEvent unreadable) {
      return null;
    }
  }

  private static void readPayload(ReceivedEvent event) {
    try {
      event.as(Payload.class);
    } catch (UnreadableEvent unreadable) {
      assertThat(unreadable).hasMessageContaining(event.id());
    }
  }
}
