package com.nanospace.local.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Events that could not be handled, and the way back into their topics.
 *
 * <p>Each goes back as it was, under the id by which consumers know what has taken effect, so those
 * that could handle it ignore it. How far a dead-letter topic was put back is kept as the offset of
 * a consumer group, stored after the broker has taken the events: what a broken run has put back
 * may be put back again, and nothing is left out.
 */
final class DeadLetters {
  private static final String GROUP = "nanospace-redrive";
  private static final String ADDED_WHEN_PARKED = "dead-letter-";
  private static final Pattern TOPIC = Pattern.compile("(.+\\.v\\d+)\\.[a-z-]+\\.dlq");
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, Object> client;

  /** Takes how to reach the cluster. */
  DeadLetters(Map<String, Object> client) {
    this.client = client;
  }

  static boolean isDeadLetterTopic(String topic) {
    return TOPIC.matcher(topic).matches();
  }

  /**
   * Puts back what is in the topic now and was not put back before; returns how many that were.
   *
   * @throws KafkaException when the cluster does not answer, or refuses
   */
  int redrive(String deadLetterTopic) {
    Matcher origin = TOPIC.matcher(deadLetterTopic);
    if (!origin.matches()) {
      throw new IllegalArgumentException(deadLetterTopic + " is no dead-letter topic");
    }
    int count = 0;
    try (var consumer = new KafkaConsumer<byte[], byte[]>(consumerSettings());
        var producer = new KafkaProducer<byte[], byte[]>(producerSettings())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(deadLetterTopic, PATIENCE).stream()
              .map(partition -> new TopicPartition(deadLetterTopic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      long lastProgress = System.nanoTime();
      while (isBefore(ends, consumer)) {
        ConsumerRecords<byte[], byte[]> batch = consumer.poll(POLL);
        if (!batch.isEmpty()) {
          publish(producer, batch, origin.group(1));
          consumer.commitSync(PATIENCE);
          count += batch.count();
          lastProgress = System.nanoTime();
        } else if (System.nanoTime() - lastProgress > PATIENCE.toNanos()) {
          throw new KafkaException(deadLetterTopic + " can't be read");
        }
      }
    }
    return count;
  }

  private static boolean isBefore(
      Map<TopicPartition, Long> ends, KafkaConsumer<byte[], byte[]> consumer) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue());
  }

  /** Returns when the broker has taken all of them. */
  private static void publish(
      KafkaProducer<byte[], byte[]> producer,
      ConsumerRecords<byte[], byte[]> letters,
      String topic) {
    List<Future<RecordMetadata>> pending = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> letter : letters) {
      pending.add(producer.send(asItWas(letter, topic)));
    }
    for (Future<RecordMetadata> taken : pending) {
      try {
        taken.get();
      } catch (ExecutionException e) {
        throw new KafkaException("The broker did not take an event", e.getCause());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> asItWas(
      ConsumerRecord<byte[], byte[]> letter, String topic) {
    var record = new ProducerRecord<>(topic, letter.key(), letter.value());
    for (Header header : letter.headers()) {
      if (!header.key().startsWith(ADDED_WHEN_PARKED)) {
        record.headers().add(header);
      }
    }
    return record;
  }

  private Map<String, Object> consumerSettings() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    settings.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    return settings;
  }

  private Map<String, Object> producerSettings() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    return settings;
  }
}
