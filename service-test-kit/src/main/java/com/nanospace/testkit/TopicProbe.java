package com.nanospace.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic as a test sees it: what is in it, and a way to put events there. */
public final class TopicProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String topic;

  /** Looks at a topic, which is made when it does not exist yet. */
  public TopicProbe(String topic) {
    this.topic = topic;
    makeIfMissing();
  }

  /**
   * Waits for a record with that key and CloudEvents type.
   *
   * @throws AssertionError when none arrives within 20 s
   */
  public ConsumerRecord<String, String> await(String key, String type) {
    return awaitAll(key, 1, record -> type.equals(header(record, "ce_type"))).getFirst();
  }

  /** Waits for {@code count} records of that key that match, in the order of the topic. */
  public List<ConsumerRecord<String, String>> awaitAll(
      String key, int count, Predicate<ConsumerRecord<String, String>> matches) {
    return gather(count, matches, record -> key.equals(record.key()), "for " + key);
  }

  /**
   * Waits for {@code count} records of any key that match; of one key in the order of the topic.
   */
  public List<ConsumerRecord<String, String>> awaitAll(
      int count, Predicate<ConsumerRecord<String, String>> matches) {
    return gather(count, matches, record -> true, "of any key");
  }

  private List<ConsumerRecord<String, String>> gather(
      int count,
      Predicate<ConsumerRecord<String, String>> matches,
      Predicate<ConsumerRecord<String, String>> inScope,
      String scope) {
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    List<String> others = new ArrayList<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      while (found.size() < count && System.nanoTime() < deadline) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          if (inScope.test(record) && matches.test(record)) {
            found.add(record);
          } else if (inScope.test(record)) {
            others.add(header(record, "ce_type"));
          }
        }
      }
    }
    if (found.size() < count) {
      throw new AssertionError(
          "%s has %d of %d expected records %s; others: %s"
              .formatted(topic, found.size(), count, scope, others));
    }
    return found;
  }

  /** Publishes a CloudEvent as the services do; returns its id. */
  public String publish(String key, String type, String json) {
    String id = UUID.randomUUID().toString();
    publish(key, id, type, json);
    return id;
  }

  /** Publishes a CloudEvent under a given id, to deliver it again. */
  public void publish(String key, String id, String type, String json) {
    var record = new ProducerRecord<>(topic, key, json);
    String now = Clock.systemUTC().instant().toString();
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", id,
            "ce_type", type,
            "ce_source", "/nanospace/test",
            "ce_time", now,
            "ce_subject", key,
            "content-type", "application/json")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    publish(record);
  }

  /** Publishes any record, also one that is no CloudEvent. */
  public void publish(ProducerRecord<String, String> record) {
    Map<String, Object> config = bootstrap();
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("Kafka did not take the record", e);
    }
  }

  /** The text of a header; empty when there is none. */
  public static String header(ConsumerRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private void makeIfMissing() {
    try (Admin admin = Admin.create(bootstrap())) {
      admin
          .createTopics(List.of(new NewTopic(topic, 3, (short) 1)))
          .all()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new AssertionError("Kafka did not make the topic " + topic, e);
      }
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("Kafka did not make the topic " + topic, e);
    }
  }

  private static Map<String, Object> bootstrap() {
    return new HashMap<>(
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()));
  }

  private KafkaConsumer<String, String> consumer() {
    Map<String, Object> config = bootstrap();
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  /** The broker may take a moment to tell of a topic that was only just made. */
  private List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<TopicPartition> partitions = List.of();
    while (partitions.isEmpty() && System.nanoTime() < deadline) {
      partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
    }
    return partitions;
  }
}
