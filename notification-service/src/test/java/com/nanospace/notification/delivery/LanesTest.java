package com.nanospace.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nanospace.kit.http.Correlation;
import com.nanospace.kit.observe.Spans;
import com.nanospace.notification.channel.Carrier;
import com.nanospace.notification.channel.Outcome;
import com.nanospace.notification.channel.Parcel;
import com.nanospace.notification.message.Medium;
import com.nanospace.notification.message.Notice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lanes of their own, far in the future, where those of the running service send nothing. */
@QuarkusTest
class LanesTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Deliveries deliveries;
  @Inject DeliveryConfig config;
  @Inject PackDelivery pack;
  @Inject Event<DeliveryProgress> progress;
  @Inject Spans spans;
  @Inject Clock now;

  private final Outside outside = new Outside(Duration.ofSeconds(10));
  private Clock clock;
  private DispatchDeliveries lanes;

  @BeforeEach
  void open() {
    clock = Clock.offset(now, Duration.ofDays(600));
    lanes = lanesTo(outside);
    lanes.start(new StartupEvent());
    // What other tests left for the future takes none of the answers.
    await("nothing due").atMost(SOON).until(() -> due() == 0);
  }

  @AfterEach
  void close() throws InterruptedException {
    lanes.stop(new ShutdownEvent());
  }

  @Test
  void goOnThoughAnErrorStruckTheScout() {
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

  @Test
  void waitForAMessageThatTakesItsTime() throws Exception {
    CountDownLatch onItsWay = new CountDownLatch(1);
    outside.answers.add(
        () -> {
          onItsWay.countDown();
          return slowly();
        });
    UUID delivery = planned();
    assertThat(onItsWay.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

    lanes.stop(new ShutdownEvent());

    assertThat(statusOf(delivery)).isEqualTo("sent");
  }

  @Test
  void startNothingMoreOnceTheServiceIsAboutToGo() {
    lanes.leave(new ShutdownDelayInitiatedEvent());

    UUID delivery = planned();

    await()
        .during(config.pollInterval().multipliedBy(5))
        .atMost(SOON)
        .until(() -> find(delivery).attempts() == 0);
  }

  @Test
  void refuseALeaseThatCouldEndInTheMiddleOfASend() {
    assertThatThrownBy(() -> lanesTo(new Outside(config.lease())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("nanospace.delivery.lease is not above PT2M, the longest send by sms");
  }

  private DispatchDeliveries lanesTo(Outside where) {
    RecordOutcome record = new RecordOutcome(deliveries, config, progress, clock);
    SendDelivery send = new SendDelivery(pack, record, spans, clock);
    return new DispatchDeliveries(List.of(where), deliveries, send, config, clock);
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
    lanes.wake(new DeliveriesPlanned());
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
    return find(delivery).status();
  }

  private Delivery find(UUID delivery) {
    return QuarkusTransaction.requiringNew().call(() -> deliveries.findById(delivery));
  }

  /** Longer than a stop used to wait, which was eight seconds for each lane. */
  private static Outcome slowly() {
    try {
      Thread.sleep(Duration.ofSeconds(9));
      return new Outcome.Sent(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unsure("interrupted");
    }
  }

  /** What the world outside does, one thing after the other; then it takes everything. */
  private static final class Outside implements Carrier {

    private final Queue<Supplier<Outcome>> answers = new ConcurrentLinkedQueue<>();
    private final Duration longestSend;

    Outside(Duration longestSend) {
      this.longestSend = longestSend;
    }

    @Override
    public Medium medium() {
      return Medium.SMS;
    }

    @Override
    public boolean isOn() {
      return true;
    }

    @Override
    public Duration longestSend() {
      return longestSend;
    }

    @Override
    public Outcome carry(Parcel parcel) {
      Supplier<Outcome> answer = answers.poll();
      return answer == null ? new Outcome.Sent(null) : answer.get();
    }
  }
}
