package com.nanospace.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.http.Correlation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** An event as it came from Kafka, in CloudEvents 1.0 binary mode. */
public final class ReceivedEvent {

  private static final Duration PLAUSIBLE = Duration.ofDays(40_000);

  private final String id;
  private final String type;
  private final @Nullable Instant time;
  private final byte[] payload;
  private final Correlation correlation;
  private final ObjectMapper json;

  private ReceivedEvent(
      String id,
      String type,
      @Nullable Instant time,
      byte[] payload,
      Correlation correlation,
      ObjectMapper json) {
    this.id = id;
    this.type = type;
    this.time = time;
    this.payload = payload;
    this.correlation = correlation;
    this.json = json;
  }

  /**
   * Reads the attributes from the record's headers.
   *
   * @throws UnreadableEvent when {@code ce_id} or {@code ce_type} is missing, or there is no
   *     payload
   */
  static ReceivedEvent of(ConsumerRecord<String, byte[]> record, ObjectMapper json) {
    if (record.value() == null) {
      throw new UnreadableEvent("The record has no payload", null);
    }
    return new ReceivedEvent(
        required(record, "ce_id"),
        required(record, "ce_type"),
        timeOf(record).orElse(null),
        record.value(),
        Correlation.of(header(record, "x-request-id"), header(record, "traceparent")),
        json);
  }

  /** Unique per event, however often it is delivered. */
  public String id() {
    return id;
  }

  /** A stable word such as {@code com.nanospace.listing.approved.v1}. */
  public String type() {
    return type;
  }

  /**
   * The payload as the consumer's own record, which declares just the members it uses.
   *
   * @throws UnreadableEvent when the payload does not fit
   */
  public <T> T as(Class<T> type) {
    try {
      return json.readValue(payload, type);
    } catch (IOException e) {
      throw new UnreadableEvent("The payload of %s does not fit %s".formatted(id, this.type), e);
    }
  }

  /** When the change happened, as far as the producer says so. */
  Optional<Instant> time() {
    return Optional.ofNullable(time);
  }

  Correlation correlation() {
    return correlation;
  }

  private static String required(ConsumerRecord<String, byte[]> record, String name) {
    @Nullable String value = header(record, name);
    if (value == null || value.isBlank()) {
      throw new UnreadableEvent("The record has no header " + name, null);
    }
    return value;
  }

  /** When the change happened, as far as the record says so; no timer takes centuries. */
  public static Optional<Instant> timeOf(ConsumerRecord<String, byte[]> record) {
    @Nullable String text = header(record, "ce_time");
    try {
      return Optional.ofNullable(text)
          .map(Instant::parse)
          .filter(time -> time.isAfter(Instant.EPOCH))
          .filter(time -> time.isBefore(Instant.EPOCH.plus(PLAUSIBLE)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
    @Nullable Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
