package com.nanospace.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows {@code identity.user.v1} for sessions that end. Every replica reads every event, so it
 * joins no group and commits nothing; at its start it goes back as far as an access token can live.
 */
@Singleton
public class EndedSessionsFeed {

  static final String TOPIC = "identity.user.v1";

  private static final Logger LOG = Logger.getLogger(EndedSessionsFeed.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** What clocks may differ by, and what an event may take to its topic. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final Map<String, Object> kafka;
  private final EndedSessions sessions;
  private final TokenCheckConfig config;
  private final String application;
  private final Clock clock;

  private volatile boolean isStopping;
  private boolean isFailing;
  private volatile Optional<Instant> heardAt = Optional.empty();
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private @Nullable Thread thread;

  public EndedSessionsFeed(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      EndedSessions sessions,
      TokenCheckConfig config,
      @ConfigProperty(name = "quarkus.application.name") String application,
      Clock clock) {
    this.kafka = kafka;
    this.sessions = sessions;
    this.config = config;
    this.application = application;
    this.clock = clock;
  }

  /** When the topic was last known to be read to its end; empty before the first time. */
  public Optional<Instant> heardAt() {
    return heardAt;
  }

  void start(@Observes StartupEvent event) {
    if (config.revocations()) {
      thread = Thread.ofPlatform().name("ended-sessions").daemon().start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    isStopping = true;
    KafkaConsumer<byte[], byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    if (thread != null) {
      thread.join(PATIENCE);
    }
  }

  private void run() {
    while (!isStopping) {
      try (KafkaConsumer<byte[], byte[]> opened = open()) {
        consumer = opened;
        follow(opened);
      } catch (WakeupException e) {
        LOG.debug("told to stop");
      } catch (RuntimeException e) {
        // Whatever it is: a feed that gives up would leave its replica unready, or blind.
        tell(e);
        pause();
      } finally {
        consumer = null;
      }
    }
  }

  /** Reads on until there are other partitions than before. */
  private void follow(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = partitions(consumer);
    goBack(consumer, partitions);
    Instant nextLook = Instant.MIN;
    Optional<Look> look = Optional.empty();
    while (!isStopping) {
      consumer.poll(POLL).forEach(this::take);
      Instant now = clock.instant();
      if (look.isEmpty() && !now.isBefore(nextLook)) {
        if (!partitions(consumer).equals(partitions)) {
          return;
        }
        look = Optional.of(new Look(now, consumer.endOffsets(partitions, PATIENCE)));
      }
      if (look.filter(open -> open.isReachedBy(consumer)).isPresent()) {
        heardAt = look.map(Look::at);
        nextLook = now.plus(BETWEEN_LOOKS);
        look = Optional.empty();
        isFailing = false;
      }
    }
  }

  /** Where the topic ended at some moment. */
  private record Look(Instant at, Map<TopicPartition, Long> ends) {

    boolean isReachedBy(KafkaConsumer<byte[], byte[]> consumer) {
      return ends.entrySet().stream()
          .allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC, PATIENCE).stream()
            .map(partition -> new TopicPartition(TOPIC, partition.partition()))
            .sorted((one, other) -> one.partition() - other.partition())
            .toList();
    if (partitions.isEmpty()) {
      throw new KafkaException(TOPIC + " does not exist");
    }
    return partitions;
  }

  private void goBack(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    // Asked first: what comes between this and the next question is read, not passed over.
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    long since = clock.instant().minus(config.longestLifetime()).minus(SLACK).toEpochMilli();
    Map<TopicPartition, OffsetAndTimestamp> starts =
        consumer.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(partition -> partition, any -> since)),
            PATIENCE);
    consumer.assign(partitions);
    for (TopicPartition partition : partitions) {
      @Nullable OffsetAndTimestamp start = starts.get(partition);
      consumer.seek(partition, start == null ? ends.getOrDefault(partition, 0L) : start.offset());
    }
  }

  /** Every event of an account may name sessions that ended with it. */
  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      JsonNode ids = JSON.readTree(record.value()).path("session_ids");
      ids.forEach(id -> sessions.add(UUID.fromString(id.asText())));
    } catch (IOException | IllegalArgumentException e) {
      LOG.warnf(
          "an event of %s is not understood partition=%d offset=%d",
          TOPIC, record.partition(), record.offset());
    }
  }

  private KafkaConsumer<byte[], byte[]> open() {
    Map<String, Object> settings = KafkaAccess.of(kafka);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, application + "-ended-sessions");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1 << 20);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Once an outage. */
  private void tell(RuntimeException failure) {
    if (!isFailing) {
      isFailing = true;
      LOG.warnf("ended sessions can't be read for now cause=%s", failure.getMessage());
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      isStopping = true;
    }
  }
}
