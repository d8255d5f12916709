package com.nanospace.kit.outbox;

import com.nanospace.kit.KafkaCluster;
import com.nanospace.kit.observe.Spans;
import com.nanospace.kit.outbox.OutboxRow.Stream;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends events so that those of one stream reach the topic in order, whatever fails.
 *
 * <p>A producer keeps order only until a record fails: the next one of the same key may overtake
 * it. So events leave in waves with at most one event of a stream each, and a stream with a failed
 * event is left out of the later waves. A topic that can't be written (missing, not permitted) is
 * left out whole, and keeps no other waiting.
 */
@ApplicationScoped
class EventPublisher {

  private static final Logger LOG = Logger.getLogger(EventPublisher.class);

  /** No wave begins later, so that a batch ends within the time that its transaction may take. */
  private static final Duration LAST_WAVE = Duration.ofSeconds(15);

  private final String source;
  private final Producer<String, byte[]> producer;
  private final KafkaClientMetrics metrics;
  private final Spans spans;

  EventPublisher(
      KafkaCluster kafka,
      @ConfigProperty(name = "quarkus.application.name") String application,
      OutboxConfig config,
      Spans spans,
      MeterRegistry registry) {
    this.source = "/nanospace/" + application;
    this.producer =
        new KafkaProducer<>(
            producerConfig(kafka, config), new StringSerializer(), new ByteArraySerializer());
    this.metrics = new KafkaClientMetrics(producer);
    this.metrics.bindTo(registry);
    this.spans = spans;
  }

  /**
   * What became of some rows.
   *
   * @param published positions that the broker has acknowledged
   * @param closed topics that took nothing
   */
  record Result(List<Long> published, Set<String> closed) {}

  /** Publishes what it can. */
  Result publish(List<OutboxRow> rows) throws InterruptedException {
    Map<Stream, Queue<OutboxRow>> streams = new LinkedHashMap<>();
    for (OutboxRow row : rows) {
      streams.computeIfAbsent(row.stream(), stream -> new ArrayDeque<>()).add(row);
    }
    List<Long> published = new ArrayList<>();
    Set<String> closed = new HashSet<>();
    long begun = System.nanoTime();
    while (!streams.isEmpty() && System.nanoTime() - begun < LAST_WAVE.toNanos()) {
      Map<OutboxRow, Sending> wave = sendFirsts(streams.values(), closed);
      for (var sent : wave.entrySet()) {
        if (isAcknowledged(sent.getKey(), sent.getValue())) {
          published.add(sent.getKey().position());
        } else {
          streams.remove(sent.getKey().stream());
        }
      }
      streams
          .entrySet()
          .removeIf(
              stream -> stream.getValue().isEmpty() || closed.contains(stream.getKey().topic()));
    }
    return new Result(published, closed);
  }

  /** Sends the first event of each stream, but none to a closed topic. */
  private Map<OutboxRow, Sending> sendFirsts(
      Collection<Queue<OutboxRow>> streams, Set<String> closed) {
    Map<OutboxRow, Sending> wave = new LinkedHashMap<>();
    for (Queue<OutboxRow> stream : streams) {
      if (closed.contains(stream.element().topic())) {
        continue;
      }
      OutboxRow next = stream.remove();
      Sending sent = send(next);
      wave.put(next, sent);
      if (isClosed(sent)) {
        closed.add(next.topic());
      }
    }
    return wave;
  }

  /** It failed before it left: it has waited for the topic in vain, as all others would. */
  private static boolean isClosed(Sending sent) {
    return sent.reply().state() == Future.State.FAILED
        && !(sent.reply().exceptionNow() instanceof RecordTooLargeException);
  }

  /** An event on its way to the broker, and the span that tells how long that takes. */
  private record Sending(Future<RecordMetadata> reply, Span span) {}

  private Sending send(OutboxRow row) {
    Span span =
        spans.begin(
            SpanKind.PRODUCER,
            "publish " + row.topic(),
            row.traceparent(),
            Map.of(
                "messaging.system", "kafka",
                "messaging.operation.type", "send",
                "messaging.destination.name", row.topic(),
                "cloudevents.event_id", row.id().toString(),
                "cloudevents.event_type", row.type()));
    String trace = Spans.traceparent(span).orElse(row.traceparent());
    return new Sending(producer.send(row.toRecord(source, trace)), span);
  }

  private static boolean isAcknowledged(OutboxRow row, Sending sent) throws InterruptedException {
    try {
      sent.reply().get();
      return true;
    } catch (ExecutionException e) {
      sent.span().setStatus(StatusCode.ERROR);
      LOG.warnf(
          "Event %s for %s was not acknowledged and stays in the outbox: %s",
          row.id(), row.topic(), e.getCause());
      return false;
    } finally {
      sent.span().end();
    }
  }

  @PreDestroy
  void close() {
    metrics.close();
    producer.close(Duration.ofSeconds(5));
  }

  private static Map<String, Object> producerConfig(KafkaCluster kafka, OutboxConfig config) {
    int timeout = Math.toIntExact(config.publishTimeout().toMillis());
    Map<String, Object> producer = kafka.access();
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
