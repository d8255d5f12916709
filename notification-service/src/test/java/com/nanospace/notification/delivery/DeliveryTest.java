package com.nanospace.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.Correlation;
import com.nanospace.notification.message.Medium;
import com.nanospace.notification.message.Notice;
import com.nanospace.notification.otp.SealedCode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final Instant NOW = Instant.parse("2026-11-22T06:24:00Z");
  private static final Instant EXPIRY = NOW.plusSeconds(300);

  @Test
  void forgetsTheCodeOnceItIsSent() {
    Delivery delivery = aCode();

    delivery.sent("250 ok", NOW);

    assertThat(delivery.sealedCode()).isEmpty();
    assertThat(delivery.sentAt()).contains(NOW);
  }

  @Test
  void forgetsTheCodeWhenItIsSkipped() {
    Delivery delivery = aCode();

    delivery.skipped("code expired", NOW);

    assertThat(delivery.sealedCode()).isEmpty();
    assertThat(delivery.status()).isEqualTo("skipped");
  }

  @Test
  void startsAllOverWhenAFailedOneIsRetried() {
    Delivery delivery = aWelcome();
    delivery.failed("SMTP 550 no such user", NOW);

    delivery.retry(NOW.plusSeconds(60));

    assertThat(delivery.status()).isEqualTo("pending");
    assertThat(delivery.attempts()).isZero();
    assertThat(delivery.reason()).isEmpty();
    assertThat(delivery.nextAttemptAt()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void retriesAFailedCodeWhileItIsGood() {
    Delivery delivery = aCode();
    delivery.failed("SMTP 550 no such user", NOW);

    delivery.retry(EXPIRY.minusSeconds(1));

    assertThat(delivery.status()).isEqualTo("pending");
  }

  @Test
  void refusesToRetryACodeThatHasExpired() {
    Delivery delivery = aCode();
    delivery.failed("SMTP 550 no such user", NOW);

    assertThatThrownBy(() -> delivery.retry(EXPIRY))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(DeliveryError.CODE_EXPIRED));
  }

  @Test
  void refusesToRetryWhatHasNotFailed() {
    Delivery delivery = aWelcome();

    assertThatThrownBy(() -> delivery.retry(NOW))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(DeliveryError.NOT_FAILED));
  }

  @Test
  void keepsReasonsWithinTheirColumn() {
    Delivery delivery = aWelcome();

    delivery.failed("x".repeat(2_000), NOW);

    assertThat(delivery.reason().orElseThrow()).hasSize(500);
  }

  private static Delivery aWelcome() {
    return new Delivery(
        "event-1",
        Recipient.person(UUID.randomUUID()),
        Medium.EMAIL,
        Notice.WELCOME,
        "{}",
        Correlation.of("request-1", null),
        NOW);
  }

  private static Delivery aCode() {
    return new Delivery(
            "event-2",
            Recipient.address("asha@example.com"),
            Medium.EMAIL,
            Notice.VERIFICATION_CODE,
            "{}",
            Correlation.of("request-2", null),
            NOW)
        .carrying(new SealedCode(UUID.randomUUID(), "a.b.c.d.e", EXPIRY));
  }
}
