package com.nanospace.kit.outbox;

import com.nanospace.kit.outbox.OutboxRow.Stream;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends events so that those of one stream reach the topic in order, whatever fails.
 *
 * <p>A producer keeps order only until a record fails: the next one of the same key may overtake
 * it. So events leave in waves with at most one event of a stream each, and a stream with a failed
 * event is left out of the later waves.
 */
@ApplicationScoped
class EventPublisher {

  private static final Logger LOG = Logger.getLogger(EventPublisher.class);

  private final String source;
  private final Producer<String, byte[]> producer;

  EventPublisher(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.application.name") String application,
      OutboxConfig config) {
    this.source = "/nanospace/" + application;
    this.producer =
        new KafkaProducer<>(
            producerConfig(kafka, config), new StringSerializer(), new ByteArraySerializer());
  }

  /** Publishes what it can, and returns the positions that the broker has acknowledged. */
  List<Long> publish(List<OutboxRow> rows) throws InterruptedException {
    Map<Stream, Queue<OutboxRow>> streams = new LinkedHashMap<>();
    for (OutboxRow row : rows) {
      streams.computeIfAbsent(row.stream(), stream -> new ArrayDeque<>()).add(row);
    }
    List<Long> published = new ArrayList<>();
    boolean brokerAway = false;
    while (!streams.isEmpty() && !brokerAway) {
      Map<OutboxRow, Future<RecordMetadata>> wave = new LinkedHashMap<>();
      for (Queue<OutboxRow> stream : streams.values()) {
        OutboxRow next = stream.remove();
        Future<RecordMetadata> sent = producer.send(next.toRecord(source));
        wave.put(next, sent);
        // Failed before it left: the send has waited for a broker in vain, as all others would.
        if (sent.state() == Future.State.FAILED) {
          brokerAway = true;
          break;
        }
      }
      for (var sent : wave.entrySet()) {
        if (isAcknowledged(sent.getKey(), sent.getValue())) {
          published.add(sent.getKey().position());
        } else {
          streams.remove(sent.getKey().stream());
        }
      }
      streams.values().removeIf(Queue::isEmpty);
    }
    return published;
  }

  private static boolean isAcknowledged(OutboxRow row, Future<RecordMetadata> sent)
      throws InterruptedException {
    try {
      sent.get();
      return true;
    } catch (ExecutionException e) {
      LOG.warnf(
          "Event %s for %s was not acknowledged and stays in the outbox: %s",
          row.id(), row.topic(), e.getCause());
      return false;
    }
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private static Map<String, Object> producerConfig(
      Map<String, Object> kafka, OutboxConfig config) {
    int timeout = Math.toIntExact(config.publishTimeout().toMillis());
    Map<String, Object> producer = new HashMap<>();
    producer.put(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        kafka.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG));
    kafka.forEach(
        (key, value) -> {
          if (key.startsWith("security.") || key.startsWith("sasl.") || key.startsWith("ssl.")) {
            producer.put(key, value);
          }
        });
    producer.put(ProducerConfig.ACKS_CONFIG, "all");
    producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    producer.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
    producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
    producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
    producer.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L << 20);
    return producer;
  }
}
