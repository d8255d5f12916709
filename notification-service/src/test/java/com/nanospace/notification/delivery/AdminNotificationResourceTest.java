package com.nanospace.notification.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.nanospace.kit.http.Correlation;
import com.nanospace.notification.DeliveryLog;
import com.nanospace.notification.Mailbox;
import com.nanospace.notification.SealedCodes;
import com.nanospace.notification.message.Medium;
import com.nanospace.notification.message.Notice;
import com.nanospace.notification.message.WelcomeFacts;
import com.nanospace.notification.otp.SealedCode;
import com.nanospace.testkit.TestTokens;
import com.nanospace.testkit.TrailProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AdminNotificationResourceTest {

  @Inject Notify notify;
  @Inject Deliveries deliveries;
  @Inject Housekeeping housekeeping;
  @Inject Clock clock;

  private final UUID eventId = UUID.randomUUID();
  private final String address = "log-%s@example.com".formatted(eventId);

  @BeforeEach
  void openMailbox() {
    Mailbox.open();
  }

  @Test
  void showsWhatWasSentToWhom() {
    welcome();
    DeliveryLog.await(address, "sent");

    asAdmin()
        .queryParam("recipient", address.toUpperCase(Locale.ROOT))
        .queryParam("status", "sent")
        .get("/api/admin/notifications")
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("pages", equalTo(1))
        .body("notifications[0].recipient", equalTo(address))
        .body("notifications[0].channel", equalTo("email"))
        .body("notifications[0].kind", equalTo("account"))
        .body("notifications[0].type", equalTo("welcome"))
        .body("notifications[0].event_id", equalTo(eventId.toString()))
        .body("notifications[0].attempts", equalTo(1));
  }

  @Test
  void filtersByStatus() {
    welcome();
    DeliveryLog.await(address, "sent");

    asAdmin()
        .queryParam("status", "sent")
        .queryParam("per_page", 100)
        .get("/api/admin/notifications")
        .then()
        .body("notifications.status", everyItem(equalTo("sent")));
    asAdmin()
        .queryParam("recipient", address)
        .queryParam("status", "failed")
        .get("/api/admin/notifications")
        .then()
        .body("notifications", hasSize(0));
  }

  @Test
  void neverShowsACode() {
    UUID otpId = UUID.randomUUID();
    UUID delivery = failedCode(otpId, clock.instant().plusSeconds(300));

    String log =
        asAdmin().queryParam("recipient", address).get("/api/admin/notifications").asString();

    assertThat(log).contains(delivery.toString()).doesNotContain("481516", "eyJ", "facts");
  }

  @Test
  void sendsAFailedMessageAgain() {
    UUID delivery = failedCode(UUID.randomUUID(), clock.instant().plusSeconds(300));

    asAdmin()
        .post("/api/admin/notifications/{id}/retry", delivery)
        .then()
        .statusCode(200)
        .body("notification.id", equalTo(delivery.toString()))
        .body("notification.status", equalTo("pending"))
        .body("notification.attempts", equalTo(0));

    assertThat(Mailbox.awaitOne(address).subject()).contains("481516");
    DeliveryLog.await(address, "sent");
    JsonNode line = new TrailProbe("notification").await(delivery.toString());
    assertThat(line.path("action").asText()).isEqualTo("delivery.retried");
    assertThat(line.at("/before/status").asText()).isEqualTo("failed");
    assertThat(line.toString()).doesNotContain(address);
  }

  @Test
  void refusesToSendAgainWhatHasNotFailed() {
    welcome();
    Object delivery = DeliveryLog.await(address, "sent").get("id");

    asAdmin()
        .post("/api/admin/notifications/{id}/retry", delivery)
        .then()
        .statusCode(409)
        .body("code", equalTo("notification.not_failed"));
  }

  @Test
  void refusesToSendACodeThatHasExpired() {
    UUID delivery = failedCode(UUID.randomUUID(), clock.instant().minusSeconds(1));

    asAdmin()
        .post("/api/admin/notifications/{id}/retry", delivery)
        .then()
        .statusCode(409)
        .body("code", equalTo("notification.code_expired"));
  }

  @Test
  void forgetsCodesThatHaveExpiredUnsent() {
    UUID delivery = failedCode(UUID.randomUUID(), clock.instant().minusSeconds(1));

    housekeeping.wipeExpiredCodes();

    Delivery wiped = QuarkusTransaction.requiringNew().call(() -> deliveries.findById(delivery));
    assertThat(wiped.sealedCode()).isEmpty();
    assertThat(wiped.status()).isEqualTo("failed");
  }

  @ParameterizedTest
  @CsvSource({"no-id", "00000000-0000-0000-0000-000000000000"})
  void knowsNoSuchDelivery(String id) {
    asAdmin().post("/api/admin/notifications/{id}/retry", id).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({"status, lost", "page, 0", "per_page, 1000"})
  void namesAWrongParameter(String parameter, String value) {
    asAdmin()
        .queryParam(parameter, value)
        .get("/api/admin/notifications")
        .then()
        .statusCode(400)
        .body("errors.field", contains(parameter));
  }

  @Test
  void namesARecipientThatIsTooLongOrUnclean() {
    asAdmin()
        .queryParam("recipient", "x".repeat(255))
        .get("/api/admin/notifications")
        .then()
        .statusCode(400)
        .body("errors.field", contains("recipient"));
    asAdmin()
        .queryParam("recipient", "a\u0000b")
        .get("/api/admin/notifications")
        .then()
        .statusCode(400)
        .body("errors.field", contains("recipient"));
  }

  @ParameterizedTest
  @CsvSource({"customer", "owner"})
  void isForAdminsAlone(String role) {
    String token = TestTokens.token(UUID.randomUUID(), role);

    given()
        .auth()
        .oauth2(token)
        .get("/api/admin/notifications")
        .then()
        .statusCode(403)
        .body("code", equalTo("auth.forbidden"));
    given()
        .auth()
        .oauth2(token)
        .post("/api/admin/notifications/{id}/retry", UUID.randomUUID())
        .then()
        .statusCode(403);
    given().get("/api/admin/notifications").then().statusCode(401);
  }

  @Test
  void publishesItsOperations() {
    given()
        .accept("application/json")
        .get("/openapi?format=json")
        .then()
        .statusCode(200)
        .body("paths.'/api/admin/notifications'.get.operationId", equalTo("deliveries"))
        .body("paths.'/api/notifications'.get.operationId", equalTo("myNotifications"))
        .body(not(containsString("sealed")));
  }

  private RequestSpecification asAdmin() {
    return given().auth().oauth2(TestTokens.admin(UUID.randomUUID()));
  }

  private void welcome() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                notify.tell(
                    eventId.toString(),
                    Notice.WELCOME,
                    Recipient.address(address),
                    new WelcomeFacts("owner")));
  }

  private UUID failedCode(UUID otpId, Instant expiresAt) {
    Delivery delivery =
        new Delivery(
                eventId.toString(),
                Recipient.address(address),
                Medium.EMAIL,
                Notice.VERIFICATION_CODE,
                "{\"otp_id\":\"%s\"}".formatted(otpId),
                Correlation.of("request", null),
                clock.instant())
            .carrying(new SealedCode(otpId, SealedCodes.seal("481516", otpId), expiresAt));
    delivery.failed("SMTP 550 no such user", clock.instant());
    QuarkusTransaction.requiringNew().run(() -> deliveries.persist(delivery));
    return delivery.id();
  }
}
