package com.nanospace.kit.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Records of a partition that a consumer group should have taken long ago.
 *
 * @param first the offset of the first; it moves on while the group works, however slowly
 * @param records how many waited too long, those that came later not counted
 * @param since when the first was written
 */
record Backlog(TopicPartition partition, long first, long records, Instant since) {

  private static final Duration POLL = Duration.ofMillis(500);

  /**
   * One for each partition that has some. A group that has never acknowledged anything would begin
   * with the oldest record.
   *
   * @param consumer of the group, without a partition
   * @param deadline of {@link System#nanoTime()}
   * @throws TooSlow when it comes first
   */
  static List<Backlog> of(
      KafkaConsumer<String, byte[]> consumer,
      Set<TopicPartition> partitions,
      Instant before,
      long deadline) {
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, OffsetAndTimestamp> young =
        consumer.offsetsForTimes(
            partitions.stream()
                .collect(Collectors.toMap(partition -> partition, any -> before.toEpochMilli())));
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
    List<Backlog> backlogs = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      @Nullable OffsetAndMetadata done = committed.get(partition);
      @Nullable OffsetAndTimestamp firstYoung = young.get(partition);
      long first = Math.max(begins.getOrDefault(partition, 0L), done == null ? 0 : done.offset());
      long end = firstYoung == null ? ends.getOrDefault(partition, 0L) : firstYoung.offset();
      timeOf(consumer, partition, first, end, deadline)
          .ifPresent(since -> backlogs.add(new Backlog(partition, first, end - first, since)));
    }
    return backlogs;
  }

  Counterexample counterexample() {
    return new Counterexample(
        "backlog %s %d".formatted(partition, first),
        "Records of %s wait for this service since %s: %d, from offset %d on"
            .formatted(partition, since, records, first));
  }

  /** When the first of those records was written; empty when there is none. */
  private static Optional<Instant> timeOf(
      KafkaConsumer<String, byte[]> consumer,
      TopicPartition partition,
      long first,
      long end,
      long deadline) {
    if (first >= end) {
      return Optional.empty();
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, first);
    while (consumer.position(partition) < end) {
      if (System.nanoTime() > deadline) {
        throw new TooSlow(partition.topic());
      }
      Iterator<ConsumerRecord<String, byte[]>> records = consumer.poll(POLL).iterator();
      if (records.hasNext()) {
        return Optional.of(Instant.ofEpochMilli(records.next().timestamp()));
      }
    }
    return Optional.empty();
  }
}
