package com.nanospace.notification.preference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.nanospace.notification.DeliveryLog;
import com.nanospace.notification.Events;
import com.nanospace.notification.Mailbox;
import com.nanospace.notification.People;
import com.nanospace.notification.People.Person;
import com.nanospace.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PreferenceResourceTest {

  @Inject People people;

  private UUID person = UUID.randomUUID();

  @BeforeEach
  void openMailbox() {
    Mailbox.open();
  }

  @Test
  void startsWithMailAndApp() {
    given()
        .auth()
        .oauth2(TestTokens.customer(person))
        .get("/api/notifications/preferences")
        .then()
        .statusCode(200)
        .body("preferences.booking.email", equalTo(true))
        .body("preferences.booking.sms", equalTo(false))
        .body("preferences.booking.in_app", equalTo(true))
        .body("preferences.booking.mandatory", equalTo(false))
        .body("preferences.otp.email", equalTo(true))
        .body("preferences.otp.sms", equalTo(true))
        .body("preferences.otp.mandatory", equalTo(true))
        .body("preferences.security.mandatory", equalTo(true));
  }

  @Test
  void changesWhatIsNamedAndNothingElse() {
    put("{\"booking\": {\"email\": false}, \"listing\": {\"sms\": true}}")
        .statusCode(200)
        .body("preferences.booking.email", equalTo(false))
        .body("preferences.booking.in_app", equalTo(true))
        .body("preferences.listing.sms", equalTo(true))
        .body("preferences.enquiry.email", equalTo(true));

    put("{\"booking\": {\"email\": true, \"sms\": null}, \"unknown\": 7}")
        .statusCode(200)
        .body("preferences.booking.email", equalTo(true))
        .body("preferences.booking.sms", equalTo(false))
        .body("preferences.listing.sms", equalTo(true));
  }

  @ParameterizedTest
  @CsvSource({"otp, email", "otp, sms", "security, email", "security, in_app"})
  void doesNotSwitchOffWhatKeepsAnAccountSafe(String kind, String channel) {
    put("{\"%s\": {\"%s\": false}, \"booking\": {\"email\": false}}".formatted(kind, channel))
        .statusCode(400)
        .body("code", equalTo("request.invalid"))
        .body("errors.field", contains(kind + "." + channel));

    given()
        .auth()
        .oauth2(TestTokens.customer(person))
        .get("/api/notifications/preferences")
        .then()
        .body("preferences.booking.email", equalTo(true))
        .body("preferences.%s.%s".formatted(kind, channel), equalTo(true));
  }

  @Test
  void acceptsWhatItReturned() {
    String returned =
        given()
            .auth()
            .oauth2(TestTokens.customer(person))
            .get("/api/notifications/preferences")
            .jsonPath()
            .prettify();

    put(returned.substring(returned.indexOf(':') + 1, returned.lastIndexOf('}'))).statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"booking\": {\"email\": 7.5}}|booking.email",
        "{\"booking\": {\"email\": \"perhaps\"}}|booking.email",
        "{\"booking\": {\"email\": {}}}|booking.email",
        "{\"booking\": true}|booking",
        "{\"booking\": []}|booking",
        "{\"booking\": \"email\"}|booking"
      })
  void namesAWrongField(String body, String field) {
    put(body)
        .statusCode(400)
        .body("code", equalTo("request.invalid"))
        .body("errors.field", hasItem(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "7", "\"booking\"", "{}", "{\"preferences\": {}}"})
  void refusesABodyThatNamesNothing(String body) {
    put(body).statusCode(400).contentType("application/problem+json");
  }

  @Test
  void asksWhoIsThere() {
    given().get("/api/notifications/preferences").then().statusCode(401);
    given()
        .contentType(ContentType.JSON)
        .body("{}")
        .put("/api/notifications/preferences")
        .then()
        .statusCode(401);
  }

  @Test
  void mailsNothingToThoseWhoDoNotWantIt() {
    Person asha = people.known("Asha Rao");
    Person ravi = people.known("Ravi Iyer");
    person = asha.id();
    put("{\"booking\": {\"email\": false, \"in_app\": false}}").statusCode(200);
    UUID booking = UUID.randomUUID();

    Events.of("booking.booking.v1", "booking.confirmed")
        .with("booking_id", booking)
        .with("customer_id", asha.id())
        .with("customer_email", asha.email())
        .with("owner_id", ravi.id())
        .publish(booking);

    Mailbox.awaitOne(ravi.email());
    assertThat(DeliveryLog.await(asha.id().toString(), "skipped"))
        .containsEntry("reason", "switched off by the recipient");
    assertThat(Mailbox.to(asha.email())).isEmpty();
    given()
        .auth()
        .oauth2(TestTokens.customer(asha.id()))
        .get("/api/notifications")
        .then()
        .body("total", equalTo(0));
  }

  private ValidatableResponse put(String body) {
    return given()
        .auth()
        .oauth2(TestTokens.customer(person))
        .contentType(ContentType.JSON)
        .body(body)
        .put("/api/notifications/preferences")
        .then();
  }
}
