package com.nanospace.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.notification.DeliveryLog;
import com.nanospace.notification.Mailbox;
import com.nanospace.notification.message.Notice;
import com.nanospace.notification.message.WelcomeFacts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryMetersTest {

  @Inject Notify notify;
  @Inject MeterRegistry registry;

  @Test
  void countsWhatBecameOfADelivery() {
    Mailbox.open();
    double before = sent();
    String address = "counted-%s@example.com".formatted(UUID.randomUUID());

    QuarkusTransaction.requiringNew()
        .run(
            () ->
                notify.tell(
                    UUID.randomUUID().toString(),
                    Notice.WELCOME,
                    Recipient.address(address),
                    new WelcomeFacts("owner")));

    DeliveryLog.await(address, "sent");
    await().untilAsserted(() -> assertThat(sent()).isGreaterThan(before));
    // Failures are counted from zero, or nobody would see the first.
    assertThat(counter("failed")).isNotNull();
  }

  @Test
  void tellsHowManyWait() {
    await().until(() -> !Double.isNaN(gauge("nanospace.deliveries.waiting")));
    await().until(() -> !Double.isNaN(gauge("nanospace.deliveries.oldest.age.seconds")));
  }

  private double sent() {
    Counter counter = counter("sent");
    return counter == null ? 0 : counter.count();
  }

  private @Nullable Counter counter(String outcome) {
    return registry
        .find("nanospace.deliveries")
        .tags("channel", "email", "kind", Notice.WELCOME.kind().wireName(), "outcome", outcome)
        .counter();
  }

  private double gauge(String name) {
    return registry.get(name).gauge().value();
  }
}
