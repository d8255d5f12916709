package com.nanospace.notification.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.testkit.AuditProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ToldBookingsTest {

  @Inject ToldBookings told;
  @Inject ForgetToldBookings forget;
  @Inject EntityManager entities;

  private final UUID booking = UUID.randomUUID();

  @Test
  void goesForwardAndNeverBack() {
    assertThat(advance(1)).isTrue();
    assertThat(advance(3)).isTrue();
    assertThat(advance(2)).isFalse();
    assertThat(advance(3)).as("not later").isTrue();
  }

  @Test
  void waitsForSomebodyWhoIsAtTheSameBooking() throws Exception {
    try (ExecutorService replica = Executors.newSingleThreadExecutor()) {
      Future<Boolean> older =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    assertThat(told.advance(new BookingVersion(booking, 3))).isTrue();
                    Future<Boolean> meanwhile = replica.submit(() -> advance(2));
                    await().until(() -> meanwhile.isDone() || isSomebodyWaiting());
                    return meanwhile;
                  });

      assertThat(older.get()).isFalse();
    }
  }

  @Test
  void forgetsWhatNoOlderEventCanFollow() {
    advance(2);
    UUID other = UUID.randomUUID();
    QuarkusTransaction.requiringNew().run(() -> told.advance(new BookingVersion(other, 2)));
    AuditProbe.tamper(
        "update told_booking set told_at = now() - interval '31 days' where booking_id = ?",
        booking);

    forget.sweep();

    assertThat(isKept(booking)).isFalse();
    assertThat(isKept(other)).isTrue();
  }

  private boolean advance(long version) {
    return QuarkusTransaction.requiringNew()
        .call(() -> told.advance(new BookingVersion(booking, version)));
  }

  private static boolean isKept(UUID booking) {
    return AuditProbe.tamper("delete from told_booking where booking_id = ?", booking) == 1;
  }

  private boolean isSomebodyWaiting() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                (Boolean)
                    entities
                        .createNativeQuery("select exists (select from pg_locks where not granted)")
                        .getSingleResult());
  }
}
