package com.nanospace.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.testkit.TopicProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {

  private static final String TOPIC = "kit.thing.v1";
  private static final String TYPE = "com.nanospace.thing.changed.v1";

  private final TopicProbe topic = new TopicProbe(TOPIC);
  private final String key = UUID.randomUUID().toString();

  @Inject Outbox outbox;
  @Inject OutboxConfig config;
  @Inject EntityManager entities;

  record Changed(int stepNumber) {}

  @Test
  void publishesACommittedEventAsACloudEvent() {
    QuarkusTransaction.requiringNew().run(() -> append(1));

    var record = topic.await(key, TYPE);

    assertThat(record.value()).isEqualTo("{\"step_number\": 1}");
    assertThat(TopicProbe.header(record, "ce_specversion")).isEqualTo("1.0");
    assertThat(TopicProbe.header(record, "ce_source")).isEqualTo("/nanospace/kit-test");
    assertThat(TopicProbe.header(record, "ce_subject")).isEqualTo(key);
    assertThat(TopicProbe.header(record, "ce_time")).endsWith("Z");
    assertThat(UUID.fromString(TopicProbe.header(record, "ce_id")).version()).isEqualTo(7);
    assertThat(TopicProbe.header(record, "content-type")).isEqualTo("application/json");
    assertThat(TopicProbe.header(record, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-..");
  }

  @Test
  void publishesNothingOfARollback() {
    QuarkusTransaction.begin();
    append(1);
    QuarkusTransaction.rollback();
    QuarkusTransaction.requiringNew().run(() -> append(2));

    var first = topic.await(key, TYPE);

    assertThat(first.value()).contains("2");
  }

  @Test
  void keepsTheOrderOfAKey() {
    IntStream.range(0, 60)
        .forEach(step -> QuarkusTransaction.requiringNew().run(() -> append(step)));

    List<String> steps =
        topic.awaitAll(key, 60, record -> true).stream().map(record -> record.value()).toList();

    assertThat(steps)
        .isEqualTo(IntStream.range(0, 60).mapToObj("{\"step_number\": %d}"::formatted).toList());
  }

  @Test
  void doesNotSkipATransactionThatCommitsLate() throws ExecutionException, InterruptedException {
    String late = UUID.randomUUID().toString();
    CountDownLatch appended = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> lateCommit =
          other.submit(
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(
                          () -> {
                            outbox.append(new NewEvent(TOPIC, late, TYPE, new Changed(1)));
                            appended.countDown();
                            await(mayCommit);
                          }));
      try {
        appended.await();
        QuarkusTransaction.requiringNew().run(() -> append(2));
        topic.await(key, TYPE);
      } finally {
        mayCommit.countDown();
      }
      lateCommit.get();
    }

    assertThat(topic.await(late, TYPE).value()).contains("1");
  }

  /**
   * What a broker says of a topic that may not be written, it says of a name that none can have.
   * The events for it fill a batch, so the others leave with the next one or never.
   */
  @Test
  void aTopicThatTakesNothingKeepsNoOtherWaiting() {
    String closed = "kit thing v1";
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (int i = 0; i < config.batchSize(); i++) {
                String other = UUID.randomUUID().toString();
                outbox.append(new NewEvent(closed, other, TYPE, new Changed(i)));
              }
              append(2);
            });
    try {
      assertThat(topic.await(key, TYPE).value()).contains("2");
    } finally {
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  entities
                      .createNativeQuery("delete from outbox where aggregatetype = ?1")
                      .setParameter(1, closed)
                      .executeUpdate());
    }
  }

  private void append(int step) {
    outbox.append(new NewEvent(TOPIC, key, TYPE, new Changed(step)));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
