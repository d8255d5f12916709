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
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import com.nanospace.identity.People.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets in, and what the others are told. */
@QuarkusTest
class LogInTest {

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
}
