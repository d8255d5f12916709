package com.nanospace.identity.session.api;

import static com.nanospace.identity.People.PASSWORD;
import static com.nanospace.identity.People.admin;
import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.logIn;
import static com.nanospace.identity.People.newEmail;
import static com.nanospace.identity.People.withPhone;
import static com.nanospace.identity.Problems.assertInvalid;
import static com.nanospace.identity.Problems.assertRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import com.nanospace.identity.People.Person;
import com.nanospace.identity.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionResourceTest {

  @Inject TestClock clock;

  @AfterEach
  void returnToThePresent() {
    clock.reset();
  }

  @Test
  void signsInByEmailWhateverItsCase() {
    Person person = customer();

    logIn(person.email().toUpperCase(Locale.ROOT), PASSWORD)
        .statusCode(200)
        .body("message", notNullValue())
        .body("user.id", equalTo(person.id().toString()))
        .body("user.last_login", matchesPattern("\\d{4}-.*Z"))
        .body("access_token", notNullValue())
        .body("refresh_token", notNullValue())
        .body("token_type", equalTo("Bearer"))
        .body("expires_in", equalTo(900));
  }

  @Test
  void signsInByPhoneHoweverItIsSpelled() {
    Person person = withPhone();
    String phone = String.valueOf(person.phone());

    logIn(phone, PASSWORD).statusCode(200);
    logIn("0" + phone.substring(3, 8) + " " + phone.substring(8), PASSWORD).statusCode(200);
  }

  @Test
  void saysTheSameWhetherOrNotTheAccountExistsOrMayBeUsed() {
    Person suspended = customer();
    admin()
        .calls()
        .body(Map.of("status", "suspended"))
        .put("/api/admin/users/%s/status".formatted(suspended.id()))
        .then()
        .statusCode(200);
    String closed = refusal(logIn(suspended.email(), "wrong password").extract().response());
    String known = refusal(logIn(customer().email(), "wrong password").extract().response());
    String unknown = refusal(logIn(newEmail(), "wrong password").extract().response());
    String neither = refusal(logIn("nonsense", "wrong password").extract().response());

    assertThat(unknown).isEqualTo(known);
    assertThat(neither).isEqualTo(known);
    assertThat(closed).isEqualTo(known);
    assertRefused(
        logIn(suspended.email(), PASSWORD).extract().response(), 403, "account.suspended");
  }

  private static String refusal(Response reply) {
    assertRefused(reply, 401, "auth.wrong_credentials");
    return reply.asString().replaceAll("\"request_id\":\"[^\"]*\"", "");
  }

  static Stream<Arguments> invalidLogins() {
    return Stream.of(
        Arguments.of("identifier", null),
        Arguments.of("identifier", " "),
        Arguments.of("identifier", "a".repeat(255)),
        Arguments.of("identifier", 12),
        Arguments.of("password", null),
        Arguments.of("password", ""),
        Arguments.of("password", "x".repeat(129)),
        Arguments.of("password", java.util.List.of()));
  }

  @ParameterizedTest
  @MethodSource("invalidLogins")
  void namesTheFieldThatIsWrong(String field, @Nullable Object value) {
    Map<String, Object> body = new HashMap<>(Map.of("identifier", newEmail(), "password", "x"));
    body.put(field, value);

    assertInvalid(json().body(body).post("/api/auth/login"), field);
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

  @Test
  void exchangesARefreshTokenForNewTokens() {
    Person person = customer();

    Response reply = refresh(person.refreshToken());

    reply
        .then()
        .statusCode(200)
        .body("token_type", equalTo("Bearer"))
        .body("expires_in", equalTo(900));
    assertThat(reply.path("refresh_token").toString()).isNotEqualTo(person.refreshToken());
    given()
        .auth()
        .oauth2(reply.path("access_token"))
        .get("/api/auth/me")
        .then()
        .statusCode(200)
        .body("user.id", equalTo(person.id().toString()));
  }

  @Test
  void takesTheRefreshTokenAsBearerWithoutABody() {
    given()
        .header("Authorization", "Bearer " + customer().refreshToken())
        .post("/api/auth/refresh")
        .then()
        .statusCode(200);
    json()
        .header("Authorization", "Bearer " + customer().refreshToken())
        .post("/api/auth/refresh")
        .then()
        .statusCode(200);
  }

  @Test
  void prefersTheTokenOfTheBodyToAnAccessTokenInTheHeader() {
    Person person = customer();

    person
        .calls()
        .body(Map.of("refresh_token", person.refreshToken()))
        .post("/api/auth/refresh")
        .then()
        .statusCode(200);
  }

  @Test
  void needsARefreshToken() {
    assertRefused(json().body("{}").post("/api/auth/refresh"), 401, "auth.required");
    assertRefused(given().post("/api/auth/refresh"), 401, "auth.required");
    assertInvalid(json().body("{\"refresh_token\":1}").post("/api/auth/refresh"), "refresh_token");
  }

  @Test
  void takesNoAccessTokenForARefreshTokenNorTheOtherWayRound() {
    Person person = customer();

    assertRefused(refresh(person.accessToken()), 401, "auth.refresh_refused");
    assertRefused(
        given().auth().oauth2(person.refreshToken()).get("/api/auth/me"), 401, "auth.required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a b"})
  void refusesWhatIsNoRefreshToken(String token) {
    assertRefused(refresh(token), 401, "auth.refresh_refused");
  }

  @Test
  void repeatsALostReplyForTenSeconds() {
    String parent = customer().refreshToken();
    String child = refresh(parent).path("refresh_token");

    clock.pass(Duration.ofSeconds(9));

    assertThat(refresh(parent).then().statusCode(200).extract().<String>path("refresh_token"))
        .isEqualTo(child);
    refresh(child).then().statusCode(200);
  }

  @Test
  void endsTheSessionWhenAUsedTokenComesAgainLater() {
    Person person = customer();
    String child = refresh(person.refreshToken()).path("refresh_token");

    clock.pass(Duration.ofSeconds(11));

    assertRefused(refresh(person.refreshToken()), 401, "auth.refresh_refused");
    assertRefused(refresh(child), 401, "auth.refresh_refused");
    assertRefused(person.calls().get("/api/auth/me"), 401, "auth.required");
  }

  @Test
  void endsTheSessionWhenAGrandparentComesAgainAtOnce() {
    String grandparent = customer().refreshToken();
    String parent = refresh(grandparent).path("refresh_token");
    String child = refresh(parent).path("refresh_token");

    assertRefused(refresh(grandparent), 401, "auth.refresh_refused");
    assertRefused(refresh(child), 401, "auth.refresh_refused");
  }

  @Test
  void leavesOtherSessionsAloneWhenOneEnds() {
    Person person = customer();
    String other = logIn(person.email(), PASSWORD).extract().path("refresh_token");
    refresh(person.refreshToken());
    clock.pass(Duration.ofSeconds(11));

    refresh(person.refreshToken()).then().statusCode(401);

    refresh(other).then().statusCode(200);
  }

  @Test
  void staysSignedInForThirtyDaysAfterEachRefresh() {
    String token = customer().refreshToken();
    clock.pass(Duration.ofDays(29));
    token = refresh(token).path("refresh_token");
    clock.pass(Duration.ofDays(29));
    token = refresh(token).path("refresh_token");

    clock.pass(Duration.ofDays(30).plusSeconds(1));

    assertRefused(refresh(token), 401, "auth.refresh_refused");
  }

  @Test
  void staysSignedInForNinetyDaysAtMost() {
    String token = customer().refreshToken();
    for (int times = 0; times < 3; times++) {
      clock.pass(Duration.ofDays(29));
      token = refresh(token).then().statusCode(200).extract().path("refresh_token");
    }

    clock.pass(Duration.ofDays(4));

    assertRefused(refresh(token), 401, "auth.refresh_refused");
  }

  @Test
  void endsTheSessionAtLogout() {
    Person person = customer();

    person.calls().post("/api/auth/logout").then().statusCode(200);

    assertRefused(person.calls().get("/api/auth/me"), 401, "auth.required");
    assertRefused(refresh(person.refreshToken()), 401, "auth.refresh_refused");
  }

  private static Response refresh(String token) {
    return json().body(Map.of("refresh_token", token)).post("/api/auth/refresh");
  }
}
