package com.nanospace.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.kit.http.Correlation;
import com.nanospace.kit.observe.Spans;
import com.nanospace.notification.channel.Carrier;
import com.nanospace.notification.channel.Outcome;
import com.nanospace.notification.channel.Parcel;
import com.nanospace.notification.message.Medium;
import com.nanospace.notification.message.Notice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lane of its own, far in the future, where the service's own lanes send nothing. */
@QuarkusTest
class LaneTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Deliveries deliveries;
  @Inject DeliveryConfig config;
  @Inject PackDelivery pack;
  @Inject Event<DeliveryProgress> progress;
  @Inject Spans spans;
  @Inject Clock now;

  private final Outside outside = new Outside();
  private Clock clock;
  private Lane lane;

  @BeforeEach
  void open() {
    clock = Clock.offset(now, Duration.ofDays(600));
    RecordOutcome record = new RecordOutcome(deliveries, config, progress, clock);
    lane = new Lane(outside, deliveries, new SendDelivery(pack, record, spans), config, clock);
    lane.start();
    // What other tests left for the future takes none of the answers.
    await("nothing due").atMost(SOON).until(() -> due() == 0);
  }

  @AfterEach
  void close() throws InterruptedException {
    lane.stopStarting();
    lane.awaitEnd(SOON);
  }

  @Test
  void goesOnThoughAnErrorStruckItsScout() {
    outside.answers.add(() -> new Outcome.Away("no connection"));
    outside.answers.add(
        () -> {
          throw new StackOverflowError("of the test");
        });

    UUID struck = planned();
    await("error").atMost(SOON).until(outside.answers::isEmpty);
    UUID next = planned();

    await("later message").atMost(SOON).until(() -> statusOf(next).equals("sent"));
    assertThat(statusOf(struck)).as("waits for the end of its lease").isEqualTo("pending");
  }

  private UUID planned() {
    Delivery delivery =
        new Delivery(
            UUID.randomUUID().toString(),
            Recipient.address("+919812345678"),
            Medium.SMS,
            Notice.WELCOME,
            "{\"role\":\"owner\"}",
            Correlation.of("request", null),
            clock.instant());
    QuarkusTransaction.requiringNew().run(() -> deliveries.persist(delivery));
    lane.wake();
    return delivery.id();
  }

  private long due() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                deliveries.count(
                    "status = 'pending' and channel = 'sms' and nextAttemptAt <= ?1",
                    clock.instant()));
  }

  private String statusOf(UUID delivery) {
    return QuarkusTransaction.requiringNew().call(() -> deliveries.findById(delivery).status());
  }

  /** What the world outside does, one thing after the other; then it takes everything. */
  private static final class Outside implements Carrier {

    private final Queue<Supplier<Outcome>> answers = new ConcurrentLinkedQueue<>();

    @Override
    public Medium medium() {
      return Medium.SMS;
    }

    @Override
    public boolean isOn() {
      return true;
    }

    @Override
    public Outcome carry(Parcel parcel) {
      Supplier<Outcome> answer = answers.poll();
      return answer == null ? new Outcome.Sent(null) : answer.get();
    }
  }
}
