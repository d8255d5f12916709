package com.nanospace.kit.audit;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nanospace.kit.inbox.ReceivedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The temporary table of records that were read; it lasts as long as its connection wants. */
final class RecordTable {

  // As the channels name the origin of a dead letter.
  private static final String PARKED_PARTITION = "dead-letter-partition";
  private static final String PARKED_OFFSET = "dead-letter-offset";

  static final String DROP = "drop table if exists pg_temp.audit_record";

  static final String CREATE =
      DROP
          + """
          ;
          create temporary table audit_record (
            topic text not null, partition int not null, position bigint not null,
            written_at timestamptz not null, occurred_at timestamptz, id text, type text,
            source text, key text, state jsonb, parked_partition int, parked_position bigint)
          """;

  private static final String INSERT =
      """
      insert into audit_record
        (topic, partition, position, written_at, occurred_at, id, type, source, key, state,
         parked_partition, parked_position)
      select topic, partition, position, to_timestamp(written / 1000.0),
        to_timestamp(occurred / 1000.0), id, type, source, key, cast(state as jsonb),
        parked_partition, parked_position
      from unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::bigint[])
        as record (topic, partition, position, written, occurred, id, type, source, key, state,
          parked_partition, parked_position)
      """;

  private final Connection connection;
  private final ObjectReader reader;
  private final Set<String> members;

  /**
   * Fills the table.
   *
   * @param members of the payload that are kept; none means that payloads are not read
   */
  RecordTable(Connection connection, ObjectMapper json, Set<String> members) {
    this.connection = connection;
    this.reader = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    this.members = members;
  }

  void add(List<ConsumerRecord<String, byte[]>> records) throws SQLException {
    if (records.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setArray(1, array("text", records, ConsumerRecord::topic));
      insert.setArray(2, array("integer", records, ConsumerRecord::partition));
      insert.setArray(3, array("bigint", records, ConsumerRecord::offset));
      insert.setArray(4, array("bigint", records, ConsumerRecord::timestamp));
      insert.setArray(5, array("bigint", records, RecordTable::occurred));
      insert.setArray(6, array("text", records, record -> header(record, "ce_id")));
      insert.setArray(7, array("text", records, record -> header(record, "ce_type")));
      insert.setArray(8, array("text", records, record -> header(record, "ce_source")));
      insert.setArray(9, array("text", records, record -> clean(record.key())));
      insert.setArray(10, array("text", records, this::state));
      insert.setArray(
          11, array("integer", records, record -> number(header(record, PARKED_PARTITION))));
      insert.setArray(
          12, array("bigint", records, record -> number(header(record, PARKED_OFFSET))));
      insert.executeUpdate();
    }
  }

  private Array array(
      String type,
      List<ConsumerRecord<String, byte[]>> records,
      Function<ConsumerRecord<String, byte[]>, @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, records.stream().map(column).toArray());
  }

  private @Nullable String state(ConsumerRecord<String, byte[]> record) {
    if (members.isEmpty() || record.value() == null) {
      return null;
    }
    try {
      if (reader.readTree(record.value()) instanceof ObjectNode payload) {
        String state = payload.retain(members).toString();
        // PostgreSQL has no place for it, and no service of ours writes it.
        return state.contains("\\u0000") ? null : state;
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable Long occurred(ConsumerRecord<String, byte[]> record) {
    return ReceivedEvent.timeOf(record).map(Instant::toEpochMilli).orElse(null);
  }

  private static @Nullable Long number(@Nullable String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
    @Nullable Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : clean(new String(header.value(), StandardCharsets.UTF_8));
  }

  private static @Nullable String clean(@Nullable String text) {
    return text == null ? null : text.replace('\0', '?');
  }
}
