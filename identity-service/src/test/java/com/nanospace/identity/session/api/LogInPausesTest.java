package com.nanospace.identity.session.api;

import static com.nanospace.identity.People.PASSWORD;
import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.logIn;
import static com.nanospace.identity.People.newEmail;
import static com.nanospace.identity.People.withPhone;
import static com.nanospace.identity.Problems.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.identity.People.Person;
import com.nanospace.identity.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How guessing of passwords is slowed down, and whom that must not hit. */
@QuarkusTest
class LogInPausesTest {

  @Inject TestClock clock;

  @AfterEach
  void returnToThePresent() {
    clock.reset();
  }

  @Test
  void pausesAfterFiveFailuresForOneMinuteThenForTwo() {
    Person person = customer();
    failTimes(5, person.email());

    assertPaused(person.email(), 60);

    clock.pass(Duration.ofSeconds(61));
    failTimes(1, person.email());
    assertPaused(person.email(), 120);

    clock.pass(Duration.ofSeconds(121));
    logIn(person.email(), PASSWORD).statusCode(200);
    failTimes(4, person.email());
    logIn(person.email(), PASSWORD).statusCode(200);
  }

  @Test
  void pausesForFifteenMinutesAtMost() {
    String email = customer().email();
    failTimes(5, email);
    for (int failure = 0; failure < 6; failure++) {
      clock.pass(Duration.ofMinutes(15));
      failTimes(1, email);
    }

    assertPaused(email, 900);
  }

  @Test
  void pausesForStrangersAsForMembers() {
    String email = newEmail();
    failTimes(5, email);

    assertPaused(email, 60);
  }

  @Test
  void pausesForNonsenseAsForMembers() {
    String nonsense = "nonsense " + UUID.randomUUID();
    failTimes(5, nonsense);

    assertPaused(nonsense, 60);
  }

  @Test
  void countsNobodysFailuresForAnAccountByItsId() {
    Person person = customer();
    failTimes(5, person.id().toString());

    logIn(person.email(), PASSWORD).statusCode(200);
  }

  @Test
  void countsPhoneAndEmailOfAnAccountTogether() {
    Person person = withPhone();
    failTimes(3, person.email());
    failTimes(2, String.valueOf(person.phone()));

    assertPaused(person.email(), 60);
  }

  @Test
  void locksNobodyOutWhoComesFromElsewhere() {
    Person person = customer();
    failTimes(5, person.email());

    json()
        .header("X-Forwarded-For", "203.0.113.7")
        .body(Map.of("identifier", person.email(), "password", PASSWORD))
        .post("/api/auth/login")
        .then()
        .statusCode(200);
  }

  @Test
  void takesOneIpv6NetworkForOneAddress() {
    String email = customer().email();
    for (int host = 1; host <= 5; host++) {
      failFrom("2001:db8:1:2::" + host, email).then().statusCode(401);
    }

    failFrom("2001:db8:1:2::6", email).then().statusCode(429);
    failFrom("2001:db8:1:3::1", email).then().statusCode(401);
  }

  private static Response failFrom(String address, String email) {
    return json()
        .header("X-Forwarded-For", address)
        .body(Map.of("identifier", email, "password", "wrong password"))
        .post("/api/auth/login");
  }

  private static void failTimes(int times, String identifier) {
    for (int i = 0; i < times; i++) {
      logIn(identifier, "wrong password").statusCode(401);
    }
  }

  private static void assertPaused(String identifier, int seconds) {
    Response reply = logIn(identifier, PASSWORD).extract().response();
    assertRefused(reply, 429, "rate.limited");
    assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(seconds - 5, seconds);
  }
}
