package com.nanospace.identity.session.api;

import static com.nanospace.identity.People.PASSWORD;
import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.Problems.assertInvalid;
import static com.nanospace.identity.Problems.assertRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.nanospace.identity.People.Person;
import com.nanospace.identity.TestClock;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnSessionsResourceTest {

  @Inject TestClock clock;

  @AfterEach
  void returnToThePresent() {
    clock.reset();
  }

  @Test
  void listsWhereSomebodyIsSignedInTheLastUsedFirst() {
    Person person = customer();
    clock.pass(Duration.ofMinutes(1));
    signInElsewhere(person);

    person
        .calls()
        .get("/api/auth/sessions")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("total", equalTo(2))
        .body("page", equalTo(1))
        .body("per_page", equalTo(20))
        .body("pages", equalTo(1))
        .body("sessions.current", contains(false, true))
        .body("sessions[0].client_address", equalTo("203.0.113.9"))
        .body("sessions[0].user_agent", equalTo("Phone/1.0"))
        .body("sessions[0].created_at", matchesPattern("\\d{4}-.*Z"))
        .body("sessions[0].last_used_at", matchesPattern("\\d{4}-.*Z"))
        .body("sessions[0].expires_at", matchesPattern("\\d{4}-.*Z"));
  }

  @Test
  void listsInPagesAndLeavesOutWhatIsOver() {
    Person person = customer();
    signInElsewhere(person);
    JsonPath third = signInElsewhere(person);
    given().auth().oauth2(third.getString("access_token")).post("/api/auth/logout");

    person
        .calls()
        .queryParam("per_page", 1)
        .queryParam("page", 2)
        .get("/api/auth/sessions")
        .then()
        .statusCode(200)
        .body("sessions", hasSize(1))
        .body("total", equalTo(2))
        .body("pages", equalTo(2));
    assertInvalid(person.calls().queryParam("per_page", 101).get("/api/auth/sessions"), "per_page");
  }

  @Test
  void endsAnotherSessionAtOnceAndTellsSo() {
    Person person = customer();
    JsonPath elsewhere = signInElsewhere(person);
    String id = idOfOther(person);

    person.calls().delete("/api/auth/sessions/" + id).then().statusCode(200);

    assertRefused(
        given().auth().oauth2(elsewhere.getString("access_token")).get("/api/auth/me"),
        401,
        "auth.required");
    assertRefused(
        json()
            .body(Map.of("refresh_token", elsewhere.getString("refresh_token")))
            .post("/api/auth/refresh"),
        401,
        "auth.refresh_refused");
    person.calls().get("/api/auth/me").then().statusCode(200);
    assertRefused(person.calls().delete("/api/auth/sessions/" + id), 404, "not_found");
    String told =
        new TopicProbe("identity.user.v1")
            .await(person.id().toString(), "com.nanospace.user.sessions-revoked.v1")
            .value();
    assertThat(JsonPath.from(told).getList("session_ids")).containsExactly(id);
  }

  @Test
  void endsNoSessionOfSomebodyElse() {
    Person person = customer();
    signInElsewhere(person);
    Person other = customer();

    String path = "/api/auth/sessions/" + idOfOther(person);

    assertRefused(other.calls().delete(path), 404, "not_found");
    assertRefused(given().delete(path), 401, "auth.required");
    assertRefused(
        other.calls().delete("/api/auth/sessions/" + UUID.randomUUID()), 404, "not_found");
    other.calls().delete("/api/auth/sessions/nonsense").then().statusCode(404);
    person.calls().get("/api/auth/sessions").then().body("total", equalTo(2));
  }

  @Test
  void showsNoSessionOfSomebodyElse() {
    Person person = customer();
    String id = person.calls().get("/api/auth/sessions").path("sessions[0].id");

    customer()
        .calls()
        .get("/api/auth/sessions")
        .then()
        .body("total", equalTo(1))
        .body("sessions.id", not(hasItem(id)));
    assertRefused(given().get("/api/auth/sessions"), 401, "auth.required");
  }

  private static String idOfOther(Person person) {
    return person.calls().get("/api/auth/sessions").path("sessions.find { !it.current }.id");
  }

  private static JsonPath signInElsewhere(Person person) {
    return json()
        .header("X-Forwarded-For", "203.0.113.9")
        .header("User-Agent", "Phone/1.0")
        .body(Map.of("identifier", person.email(), "password", PASSWORD))
        .post("/api/auth/login")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
