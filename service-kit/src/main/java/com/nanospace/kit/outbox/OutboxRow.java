package com.nanospace.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An event as the table holds it. */
record OutboxRow(
    long position,
    UUID id,
    String topic,
    String key,
    String type,
    String payload,
    Instant occurredAt,
    String traceparent,
    String requestId) {

  static final String COLUMNS =
      "position, id, aggregatetype, aggregateid, type, payload, occurred_at, traceparent,"
          + " request_id";

  /** Events with the same stream must leave one after the other. */
  record Stream(String topic, String key) {}

  static OutboxRow read(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getLong("position"),
        row.getObject("id", UUID.class),
        row.getString("aggregatetype"),
        row.getString("aggregateid"),
        row.getString("type"),
        row.getString("payload"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("traceparent"),
        row.getString("request_id"));
  }

  Stream stream() {
    return new Stream(topic, key);
  }

  /**
   * The record in CloudEvents 1.0 binary mode (Kafka protocol binding §3.2).
   *
   * @param trace the span that sends it
   */
  ProducerRecord<String, byte[]> toRecord(String source, String trace) {
    var record = new ProducerRecord<>(topic, key, bytes(payload));
    record
        .headers()
        .add("ce_specversion", bytes("1.0"))
        .add("ce_id", bytes(id.toString()))
        .add("ce_type", bytes(type))
        .add("ce_source", bytes(source))
        .add("ce_time", bytes(occurredAt.toString()))
        .add("ce_subject", bytes(key))
        .add("content-type", bytes("application/json"))
        .add("traceparent", bytes(trace))
        .add("x-request-id", bytes(requestId));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
