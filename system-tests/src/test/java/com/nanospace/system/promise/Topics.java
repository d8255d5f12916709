package com.nanospace.system.promise;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The suite's broker as another team sees it. */
final class Topics {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Topics() {}

  /** All records of a topic up to its present end; of one key in their order. */
  static List<ConsumerRecord<String, String>> read(String topic) {
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            Suite.kafka(),
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, PATIENCE).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(topic + " can't be read to its end");
        }
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  static List<ConsumerRecord<String, String>> read(String topic, String key) {
    return read(topic).stream().filter(record -> key.equals(record.key())).toList();
  }

  static String header(ConsumerRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  static void publish(ProducerRecord<String, String> record) {
    Map<String, Object> config =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            Suite.kafka(),
            ProducerConfig.ACKS_CONFIG,
            "all");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka did not take the record", e);
    }
  }

  /** What a consumer group has yet to take of everything that it reads. */
  static long lag(String group) {
    try (Admin admin = admin()) {
      Map<TopicPartition, OffsetAndMetadata> taken = taken(admin, group);
      var ends =
          admin
              .listOffsets(
                  taken.keySet().stream()
                      .collect(Collectors.toMap(part -> part, part -> OffsetSpec.latest())))
              .all()
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return taken.entrySet().stream()
          .mapToLong(entry -> ends.get(entry.getKey()).offset() - entry.getValue().offset())
          .sum();
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The lag of " + group + " can't be read", e);
    }
  }

  /** Takes a group without members back to the beginning of everything; false while it has some. */
  static boolean rewind(String group) {
    try (Admin admin = admin()) {
      Map<TopicPartition, OffsetAndMetadata> beginnings = new HashMap<>();
      Collection<TopicPartition> parts = taken(admin, group).keySet();
      parts.forEach(part -> beginnings.put(part, new OffsetAndMetadata(0)));
      admin
          .alterConsumerGroupOffsets(group, beginnings)
          .all()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException stillHasMembers) {
      return false;
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException("Kafka does not answer", e);
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> taken(Admin admin, String group)
      throws InterruptedException, ExecutionException, TimeoutException {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private static Admin admin() {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Suite.kafka()));
  }
}
