package com.nanospace.identity.account.api;

import static com.nanospace.identity.People.PASSWORD;
import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.logIn;
import static com.nanospace.identity.Problems.assertInvalid;
import static com.nanospace.identity.Problems.assertRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import com.nanospace.identity.People.Person;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class PasswordResourceTest {

  private static final String NEW = "another horse battery";

  @Test
  void changesThePasswordAndEndsAllOtherSessions() {
    Person person = customer();
    JsonPath elsewhere = logIn(person.email(), PASSWORD).extract().jsonPath();

    change(person, PASSWORD, NEW).then().statusCode(200).body("message", notNullValue());

    assertRefused(
        given().auth().oauth2(elsewhere.getString("access_token")).get("/api/auth/me"),
        401,
        "auth.required");
    person.calls().get("/api/auth/me").then().statusCode(200);
    json()
        .body(Map.of("refresh_token", person.refreshToken()))
        .post("/api/auth/refresh")
        .then()
        .statusCode(200);
    logIn(person.email(), PASSWORD).statusCode(401);
    logIn(person.email(), NEW).statusCode(200);
  }

  @Test
  void tellsOfTheChangeAndOfTheSessionsThatEnded() {
    Person person = customer();
    logIn(person.email(), PASSWORD).statusCode(200);
    change(person, PASSWORD, NEW).then().statusCode(200);

    var events =
        new TopicProbe("identity.user.v1").awaitAll(person.id().toString(), 3, record -> true);

    assertThat(events)
        .extracting(record -> TopicProbe.header(record, "ce_type"))
        .containsExactly(
            "com.nanospace.user.registered.v1",
            "com.nanospace.user.password-changed.v1",
            "com.nanospace.user.sessions-revoked.v1");
    assertThat(
            EventSchemas.violations(
                "identity.user.v1",
                "com.nanospace.user.password-changed.v1",
                events.get(1).value()))
        .isEmpty();
    assertThat(events.get(1).value()).doesNotContain("argon2", NEW, PASSWORD);
  }

  @Test
  void refusesAWrongCurrentPasswordAndKeepsTheSession() {
    Person person = customer();

    assertRefused(change(person, "wrong password", NEW), 400, "account.wrong_password");

    person.calls().get("/api/auth/me").then().statusCode(200);
    logIn(person.email(), PASSWORD).statusCode(200);
  }

  @Test
  void countsWrongPasswordsTogetherWithThoseOfTheLogin() {
    Person person = customer();
    for (int i = 0; i < 3; i++) {
      change(person, "wrong password", NEW).then().statusCode(400);
      if (i < 2) {
        logIn(person.email(), "wrong password").statusCode(401);
      }
    }

    assertThat(assertRefused(change(person, PASSWORD, NEW), 429, "rate.limited").extract())
        .extracting(reply -> reply.header("Retry-After"))
        .isNotNull();
    logIn(person.email(), PASSWORD).statusCode(429);
    person.calls().get("/api/auth/me").then().statusCode(200);
  }

  @Test
  void isForWhoIsSignedIn() {
    assertRefused(
        json()
            .body(Map.of("current_password", PASSWORD, "new_password", NEW))
            .post("/api/auth/change-password"),
        401,
        "auth.required");
  }

  static Stream<Arguments> invalidChanges() {
    return Stream.of(
        Arguments.of("current_password", null),
        Arguments.of("current_password", ""),
        Arguments.of("current_password", "x".repeat(129)),
        Arguments.of("new_password", null),
        Arguments.of("new_password", "1234567"),
        Arguments.of("new_password", "x".repeat(129)),
        Arguments.of("new_password", 12345678));
  }

  @ParameterizedTest
  @MethodSource("invalidChanges")
  void namesTheFieldThatIsWrong(String field, @Nullable Object value) {
    Map<String, Object> body =
        new HashMap<>(Map.of("current_password", PASSWORD, "new_password", NEW));
    body.put(field, value);

    assertInvalid(customer().calls().body(body).post("/api/auth/change-password"), field);
  }

  private static Response change(Person person, String current, String next) {
    return person
        .calls()
        .body(Map.of("current_password", current, "new_password", next))
        .post("/api/auth/change-password");
  }
}
