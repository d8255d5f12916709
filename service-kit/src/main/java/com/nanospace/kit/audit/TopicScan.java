package com.nanospace.kit.audit;

import com.nanospace.kit.KafkaCluster;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic from some time on, up to where it ends when the reading begins. Joins no group,
 * commits nothing, and leaves no consumer open.
 */
@ApplicationScoped
class TopicScan {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int MAX_FETCH_BYTES = 1 << 20;

  /** What clocks may differ by, and records of a moment be out of order. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final KafkaCluster kafka;
  private final AuditConfig config;
  private final String application;
  private final Clock clock;

  TopicScan(
      KafkaCluster kafka,
      AuditConfig config,
      @ConfigProperty(name = "quarkus.application.name") String application,
      Clock clock) {
    this.kafka = kafka;
    this.config = config;
    this.application = application;
    this.clock = clock;
  }

  /** Up to which record a topic is read. */
  enum Extent {
    TO_ITS_END,
    /** As far as the consumers of this service say that they are done. */
    ACKNOWLEDGED
  }

  /** Takes records as they come, some at a time. */
  interface Sink {
    void take(List<ConsumerRecord<String, byte[]>> records) throws SQLException;
  }

  /** The part of a partition that is read. */
  private record Range(TopicPartition partition, long start, long end, boolean leavesOlderOut) {

    long length() {
      return Math.max(0, end - start);
    }
  }

  /**
   * Reads on.
   *
   * @param deadline of {@link System#nanoTime()}
   * @throws TooSlow when it comes first
   */
  Coverage read(String topic, Extent extent, Instant since, long deadline, Sink sink)
      throws SQLException {
    try (KafkaConsumer<String, byte[]> consumer = consumer(extent)) {
      Instant begun = clock.instant();
      List<Range> ranges = ranges(consumer, topic, extent, since);
      Map<TopicPartition, Instant> firsts = drain(consumer, topic, ranges, deadline, sink);
      Instant covered =
          ranges.stream()
              .filter(Range::leavesOlderOut)
              .map(range -> firsts.getOrDefault(range.partition(), begun).plus(SLACK))
              .reduce(since, (one, other) -> one.isAfter(other) ? one : other);
      long records = ranges.stream().mapToLong(Range::length).sum();
      return new Coverage(topic, records, covered, covered.isAfter(since));
    }
  }

  Set<String> topics() {
    try (KafkaConsumer<String, byte[]> consumer = consumer(Extent.TO_ITS_END)) {
      return consumer.listTopics().keySet();
    }
  }

  /** Where records have waited for this service's consumers since before that moment. */
  List<Backlog> backlogs(String topic, Instant before, long deadline) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(Extent.ACKNOWLEDGED)) {
      return Backlog.of(consumer, partitions(consumer, topic), before, deadline);
    }
  }

  private List<Range> ranges(
      KafkaConsumer<String, byte[]> consumer, String topic, Extent extent, Instant since) {
    Set<TopicPartition> partitions = partitions(consumer, topic);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, OffsetAndTimestamp> wanted =
        consumer.offsetsForTimes(
            partitions.stream()
                .collect(
                    Collectors.toMap(
                        partition -> partition, any -> since.minus(SLACK).toEpochMilli())));
    Map<TopicPartition, OffsetAndMetadata> committed =
        extent == Extent.ACKNOWLEDGED ? consumer.committed(partitions) : Map.of();
    List<Range> ranges = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      long begin = begins.getOrDefault(partition, 0L);
      long end = ends.getOrDefault(partition, 0L);
      @Nullable OffsetAndTimestamp first = wanted.get(partition);
      long start = first == null ? end : first.offset();
      if (extent == Extent.ACKNOWLEDGED) {
        @Nullable OffsetAndMetadata done = committed.get(partition);
        end = done == null ? 0 : Math.min(end, done.offset());
      }
      long newest = end - config.maxRecords() / partitions.size();
      boolean deleted = start == begin && begin > 0;
      ranges.add(new Range(partition, Math.max(start, newest), end, newest > start || deleted));
    }
    return ranges;
  }

  private static Set<TopicPartition> partitions(
      KafkaConsumer<String, byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .collect(Collectors.toSet());
  }

  /** Reads the ranges, and tells the time of the first record in each. */
  private static Map<TopicPartition, Instant> drain(
      KafkaConsumer<String, byte[]> consumer,
      String topic,
      List<Range> ranges,
      long deadline,
      Sink sink)
      throws SQLException {
    Map<TopicPartition, Instant> firsts = new HashMap<>();
    List<Range> open = ranges.stream().filter(range -> range.length() > 0).toList();
    consumer.assign(open.stream().map(Range::partition).toList());
    open.forEach(range -> consumer.seek(range.partition(), range.start()));
    while (!open.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new TooSlow(topic);
      }
      ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
      for (Range range : open) {
        List<ConsumerRecord<String, byte[]>> records =
            polled.records(range.partition()).stream()
                .filter(record -> record.offset() < range.end())
                .toList();
        if (!records.isEmpty()) {
          firsts.putIfAbsent(
              range.partition(), Instant.ofEpochMilli(records.getFirst().timestamp()));
          sink.take(records);
        }
      }
      open =
          open.stream()
              .filter(range -> consumer.position(range.partition()) < range.end())
              .toList();
      consumer.assign(open.stream().map(Range::partition).toList());
    }
    return firsts;
  }

  private KafkaConsumer<String, byte[]> consumer(Extent extent) {
    Map<String, Object> settings = kafka.access();
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, application + "-audit");
    if (extent == Extent.ACKNOWLEDGED) {
      // To ask what the group has committed; partitions are assigned by hand, so it is not joined.
      settings.put(ConsumerConfig.GROUP_ID_CONFIG, application);
    }
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MAX_FETCH_BYTES);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_FETCH_BYTES / 2);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
