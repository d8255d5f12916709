package com.nanospace.notification.inapp;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.nanospace.notification.Mailbox;
import com.nanospace.notification.delivery.Notify;
import com.nanospace.notification.delivery.Recipient;
import com.nanospace.notification.message.ListingFacts;
import com.nanospace.notification.message.Notice;
import com.nanospace.testkit.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class NotificationResourceTest {

  @Inject Notify notify;

  private final UUID reader = UUID.randomUUID();

  @BeforeEach
  void openMailbox() {
    Mailbox.open();
  }

  @Test
  void listsTheNewestFirstWithWhatIsUnread() {
    tell("First");
    tell("Second");

    asReader()
        .get("/api/notifications")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("total", equalTo(2))
        .body("page", equalTo(1))
        .body("per_page", equalTo(20))
        .body("pages", equalTo(1))
        .body("unread", equalTo(2))
        .body(
            "notifications.title",
            contains("Your listing is live: Second", "Your listing is live: First"))
        .body("notifications[0].body", equalTo("Second is approved and can be found and booked."))
        .body("notifications[0].kind", equalTo("listing"))
        .body("notifications[0].type", equalTo("listing-approved"))
        .body("notifications[0].link", startsWith("/properties/"))
        .body("notifications[0].read", equalTo(false))
        .body("notifications[0].read_at", nullValue());
  }

  @Test
  void pages() {
    for (int i = 1; i <= 5; i++) {
      tell("Listing " + i);
    }

    asReader()
        .queryParam("page", 2)
        .queryParam("per_page", 2)
        .get("/api/notifications/")
        .then()
        .statusCode(200)
        .body("total", equalTo(5))
        .body("pages", equalTo(3))
        .body(
            "notifications.title",
            contains("Your listing is live: Listing 3", "Your listing is live: Listing 2"));
  }

  @Test
  void marksOneAsReadOnce() {
    tell("Lakeside");
    String id = firstId();

    String readAt =
        asReader()
            .put("/api/notifications/{id}/read", id)
            .then()
            .statusCode(200)
            .body("message", notNullValue())
            .body("notification.read", equalTo(true))
            .extract()
            .path("notification.read_at");

    asReader()
        .put("/api/notifications/{id}/read", id)
        .then()
        .statusCode(200)
        .body("notification.read_at", equalTo(readAt));
    asReader().get("/api/notifications").then().body("unread", equalTo(0));
  }

  @Test
  void showsNobodyTheListOfSomebodyElse() {
    tell("Lakeside");
    String other = TestTokens.customer(UUID.randomUUID());

    given()
        .auth()
        .oauth2(other)
        .get("/api/notifications")
        .then()
        .statusCode(200)
        .body("notifications", hasSize(0));
    given()
        .auth()
        .oauth2(other)
        .put("/api/notifications/{id}/read", firstId())
        .then()
        .statusCode(404)
        .body("code", equalTo("not_found"));
  }

  @ParameterizedTest
  @CsvSource({
    "page, 0",
    "page, -1",
    "page, one",
    "page, 10001",
    "page, 1.5",
    "per_page, 0",
    "per_page, 101"
  })
  void namesAWrongParameter(String parameter, String value) {
    asReader()
        .queryParam(parameter, value)
        .get("/api/notifications")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("request.invalid"))
        .body("errors.field", contains(parameter));
  }

  @ParameterizedTest
  @CsvSource({"no-id", "00000000-0000-0000-0000-000000000000", "%00", "' or 1=1"})
  void knowsNoSuchEntry(String id) {
    asReader().put("/api/notifications/{id}/read", id).then().statusCode(404);
  }

  @Test
  void asksWhoIsThere() {
    given().get("/api/notifications").then().statusCode(401).body("code", equalTo("auth.required"));
    given().put("/api/notifications/{id}/read", UUID.randomUUID()).then().statusCode(401);
  }

  private RequestSpecification asReader() {
    return given().auth().oauth2(TestTokens.owner(reader));
  }

  private String firstId() {
    return asReader().get("/api/notifications").then().extract().path("notifications[0].id");
  }

  private void tell(String listing) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                notify.tell(
                    UUID.randomUUID().toString(),
                    Notice.LISTING_APPROVED,
                    Recipient.person(reader),
                    new ListingFacts(UUID.randomUUID(), listing, "Pune", null)));
  }
}
