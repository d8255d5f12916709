package com.nanospace.identity.throttle;

import static com.nanospace.identity.People.PASSWORD;
import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.logIn;
import static com.nanospace.identity.People.newEmail;
import static com.nanospace.identity.Problems.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.identity.Codes;
import com.nanospace.identity.People.Person;
import com.nanospace.identity.TestClock;
import com.nanospace.identity.throttle.LoginThrottle.Subject;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many addresses guess at one account: a hundred guesses in a row, and no more. */
@QuarkusTest
class ConsecutiveFailuresTest {

  private static final String ELSEWHERE = "203.0.113.7";
  private static final String NEW = "another horse battery";

  @Inject LoginThrottle throttle;
  @Inject ForgetUses forgetUses;
  @Inject EntityManager entities;
  @Inject TestClock clock;

  @AfterEach
  void returnToThePresent() {
    clock.reset();
  }

  @Test
  void takesNoMoreThanAHundredUntilTheOwnerSignsInFromWhereTheyDidBefore() {
    Person person = customer();
    failFromEverywhere(100, person);
    clock.pass(Duration.ofDays(1));

    assertLimited(from(ELSEWHERE, person.email(), PASSWORD));
    assertLimited(from("203.0.113.8", person.email(), "wrong password"));
    assertThat(linesOfTheTrail(person)).isEqualTo(1);

    logIn(person.email(), PASSWORD).statusCode(200);
    from(ELSEWHERE, person.email(), PASSWORD).then().statusCode(200);
  }

  @Test
  void countsAnewAfterARightPassword() {
    Person person = customer();
    failFromEverywhere(99, person);
    from(ELSEWHERE, person.email(), PASSWORD).then().statusCode(200);
    failFromEverywhere(99, person);

    from("203.0.113.8", person.email(), PASSWORD).then().statusCode(200);
  }

  @Test
  void knowsANetworkByItsFirst64Bits() {
    Person person = customer();
    from("2001:db8:7:1::1", person.email(), PASSWORD).then().statusCode(200);
    failFromEverywhere(100, person);

    assertLimited(from("2001:db8:7:2::1", person.email(), PASSWORD));
    from("2001:db8:7:1::2", person.email(), PASSWORD).then().statusCode(200);
  }

  @Test
  void slowsGuessesDownWhereTheOwnerHasSignedInToo() {
    Person person = customer();
    failFromEverywhere(100, person);
    for (int failure = 0; failure < 5; failure++) {
      logIn(person.email(), "wrong password").statusCode(401);
    }

    logIn(person.email(), PASSWORD).statusCode(429).header("Retry-After", "60");
  }

  @Test
  void opensByACodeFromAnywhere() {
    Person person = customer();
    failFromEverywhere(100, person);
    json()
        .header("X-Forwarded-For", ELSEWHERE)
        .body(Map.of("identifier", person.email()))
        .post("/api/auth/forgot-password/request")
        .then()
        .statusCode(200);

    json()
        .header("X-Forwarded-For", ELSEWHERE)
        .body(
            Map.of(
                "identifier",
                person.email(),
                "otp",
                Codes.lastOf(1, person.email()),
                "new_password",
                NEW))
        .post("/api/auth/forgot-password/reset")
        .then()
        .statusCode(200);

    from(ELSEWHERE, person.email(), NEW).then().statusCode(200);
  }

  @Test
  void answersStrangersLikeMembers() {
    String stranger = newEmail();
    failFromEverywhere(
        100, network -> Subject.stranger(stranger.toLowerCase(Locale.ROOT), network));
    clock.pass(Duration.ofDays(1));

    assertLimited(from(ELSEWHERE, stranger, PASSWORD));
    from(ELSEWHERE, newEmail(), PASSWORD).then().statusCode(401);
  }

  @Test
  void forgetsStrangersAfterAMonthAndMembersNever() {
    Person person = customer();
    String stranger = newEmail();
    failFromEverywhere(100, person);
    failFromEverywhere(
        100, network -> Subject.stranger(stranger.toLowerCase(Locale.ROOT), network));

    clock.pass(Duration.ofDays(29));
    forgetUses.sweep();
    assertLimited(from(ELSEWHERE, stranger, PASSWORD));

    clock.pass(Duration.ofDays(2));
    forgetUses.sweep();
    from(ELSEWHERE, stranger, PASSWORD).then().statusCode(401);
    assertLimited(from(ELSEWHERE, person.email(), PASSWORD));
  }

  @Test
  void forgetsThemWithTheAccount() {
    Person person = customer();
    failFromEverywhere(1, person);

    person.calls().delete("/api/auth/me").then().statusCode(200);

    assertThat(
            entities
                .createNativeQuery(
                    "select count(*) from consecutive_failures where account_id = ?1", Long.class)
                .setParameter(1, person.id())
                .getSingleResult())
        .isEqualTo(0L);
  }

  private void failFromEverywhere(int times, Person person) {
    failFromEverywhere(times, network -> Subject.account(person.id(), network));
  }

  private void failFromEverywhere(int times, Function<String, Subject> subject) {
    for (int address = 0; address < times; address++) {
      throttle.note(subject.apply("198.51.100." + address), false);
    }
  }

  private static Response from(String address, String identifier, String password) {
    return json()
        .header("X-Forwarded-For", address)
        .body(Map.of("identifier", identifier, "password", password))
        .post("/api/auth/login");
  }

  private static void assertLimited(Response reply) {
    assertRefused(reply, 429, "rate.limited");
    assertThat(reply.<String>path("detail")).isEqualTo("Too many failed logins, try again later");
    assertThat(reply.header("Retry-After")).isEqualTo("900");
  }

  private long linesOfTheTrail(Person person) {
    return (long)
        entities
            .createNativeQuery(
                """
                select count(*) from outbox where payload->>'subject_id' = ?1
                  and payload->>'action' = 'sign-in.limited'
                """,
                Long.class)
            .setParameter(1, person.id().toString())
            .getSingleResult();
  }
}
