package com.nanospace.notification.channel;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.notification.DeliveryLog;
import com.nanospace.notification.Events;
import com.nanospace.notification.Mailbox;
import com.nanospace.notification.People;
import com.nanospace.notification.People.Person;
import com.nanospace.notification.SealedCodes;
import com.nanospace.notification.TwilioDouble;
import com.nanospace.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TwilioTest {

  @Inject People people;

  private final UUID otpId = UUID.randomUUID();
  private final String phone =
      "+9197%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));

  @BeforeEach
  void open() {
    Mailbox.open();
    TwilioDouble.open();
  }

  @Test
  void textsTheCode() {
    publishCode();

    var delivery = DeliveryLog.await(phone, "sent");

    assertThat(delivery)
        .containsEntry("channel", "sms")
        .containsEntry("reference", "SM87105da94bff44b999e4e6eb90d8eb6a");
    assertThat(TwilioDouble.to(phone))
        .singleElement()
        .satisfies(
            form ->
                assertThat(form)
                    .containsEntry("From", "+15005550006")
                    .containsEntry(
                        "Body",
                        "481516 is your Nano Space verification code, good for 5 minutes."
                            + " Do not share it."));
  }

  @Test
  void signsInWithAccountAndToken() {
    publishCode();
    DeliveryLog.await(phone, "sent");

    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    "AC0123456789abcdef0123456789abcdef:a-token-of-the-tests".getBytes(UTF_8));
    assertThat(TwilioDouble.requests())
        .allSatisfy(request -> assertThat(request.getHeader("Authorization")).isEqualTo(expected));
  }

  @Test
  void doesNotTryANumberAgainThatTwilioRefuses() {
    TwilioDouble.refuse(400, 21211, "Invalid 'To' Phone Number: " + phone);
    publishCode();

    var delivery = DeliveryLog.await(phone, "failed");

    assertThat(delivery).containsEntry("attempts", 1);
    assertThat(delivery.get("reason").toString()).startsWith("Twilio 400/21211 Invalid 'To'");
    assertThat(TwilioDouble.to(phone)).hasSize(1);
  }

  @Test
  void waitsWhileTwilioHasTooMuchToDo() {
    TwilioDouble.refuse(429, 20429, "Too Many Requests");
    publishCode();
    await().atMost(Duration.ofSeconds(20)).until(() -> TwilioDouble.to(phone).size() > 3);

    TwilioDouble.open();

    DeliveryLog.await(phone, "sent");
  }

  @Test
  void triesAgainABoundedNumberOfTimesWhenTwilioFails() {
    TwilioDouble.refuse(500, 20500, "Internal Server Error");
    publishCode();

    var delivery = DeliveryLog.await(phone, "failed");

    assertThat(delivery).containsEntry("attempts", 3);
    assertThat(TwilioDouble.to(phone)).hasSize(3);
  }

  @Test
  void doesNotWaitForTwilioForEver() {
    TwilioDouble.delay(10_000);
    publishCode();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> DeliveryLog.of(phone),
            log -> log.size() == 1 && "Twilio took too long".equals(log.getFirst().get("reason")));

    TwilioDouble.open();

    DeliveryLog.await(phone, "sent");
  }

  @Test
  void textsBookingsToThoseWhoWishForIt() {
    Person asha = people.known("Asha Rao");
    Person ravi = people.known("Ravi Iyer");
    given()
        .auth()
        .oauth2(TestTokens.customer(asha.id()))
        .contentType(ContentType.JSON)
        .body("{\"booking\": {\"sms\": true}}")
        .put("/api/notifications/preferences")
        .then()
        .statusCode(200);
    UUID booking = UUID.randomUUID();

    Events.of("booking.booking.v1", "booking.confirmed")
        .with("booking_id", booking)
        .with("customer_id", asha.id())
        .with("customer_email", asha.email())
        .with("owner_id", ravi.id())
        .publish(booking);

    Mailbox.awaitOne(asha.email());
    Mailbox.awaitOne(ravi.email());
    await().atMost(Duration.ofSeconds(20)).until(() -> TwilioDouble.to(asha.phone()).size() == 1);
    assertThat(TwilioDouble.to(asha.phone()).getFirst().get("Body"))
        .isEqualTo("Your booking of Lakeside Coworking from 1 Dec 2026 is confirmed.");
    assertThat(TwilioDouble.to(ravi.phone())).isEmpty();
  }

  private void publishCode() {
    Events.of("identity.otp.v1", "otp.issued")
        .with("otp_id", otpId)
        .with("channel", "sms")
        .with("recipient", phone)
        .with("purpose", "verify")
        .with("code_jwe", SealedCodes.seal("481516", otpId))
        .with("expires_at", Instant.now().plusSeconds(300).toString())
        .publish(otpId);
  }
}
