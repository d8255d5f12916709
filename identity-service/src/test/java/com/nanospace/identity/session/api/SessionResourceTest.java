package com.nanospace.identity.session.api;

import static com.nanospace.identity.People.PASSWORD;
import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.logIn;
import static com.nanospace.identity.Problems.assertInvalid;
import static com.nanospace.identity.Problems.assertRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.nanospace.identity.People.Person;
import com.nanospace.identity.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long somebody stays signed in, and by which tokens. */
@QuarkusTest
class SessionResourceTest {

  @Inject TestClock clock;

  @AfterEach
  void returnToThePresent() {
    clock.reset();
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
