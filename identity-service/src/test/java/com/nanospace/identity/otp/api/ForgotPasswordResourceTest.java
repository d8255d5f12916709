package com.nanospace.identity.otp.api;

import static com.nanospace.identity.People.PASSWORD;
import static com.nanospace.identity.People.admin;
import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.logIn;
import static com.nanospace.identity.People.newEmail;
import static com.nanospace.identity.People.newPhone;
import static com.nanospace.identity.People.withPhone;
import static com.nanospace.identity.Problems.assertInvalid;
import static com.nanospace.identity.Problems.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.nanospace.identity.Codes;
import com.nanospace.identity.People.Person;
import com.nanospace.identity.TestClock;
import com.nanospace.testkit.TopicProbe;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class ForgotPasswordResourceTest {

  private static final String NEW = "another horse battery";

  @Inject TestClock clock;
  @Inject AgroalDataSource database;

  @AfterEach
  void returnToThePresent() {
    clock.reset();
  }

  @Test
  void setsANewPasswordByACodeAndEndsAllSessions() {
    Person person = customer();
    request(person.email()).then().statusCode(200).body("expires_in", equalTo(300));

    reset(person.email(), Codes.lastOf(1, person.email())).then().statusCode(200);

    assertRefused(person.calls().get("/api/auth/me"), 401, "auth.required");
    logIn(person.email(), PASSWORD).statusCode(401);
    logIn(person.email(), NEW).statusCode(200).body("user.email_verified", equalTo(false));
    assertThat(new TopicProbe("identity.user.v1").awaitAll(person.id().toString(), 3, r -> true))
        .extracting(record -> TopicProbe.header(record, "ce_type"))
        .containsExactly(
            "com.nanospace.user.registered.v1",
            "com.nanospace.user.password-changed.v1",
            "com.nanospace.user.sessions-revoked.v1");
  }

  @Test
  void sendsTheCodeToAProvenPhoneTooHoweverItIsSpelled() {
    String phone = provenPhoneOf(withPhone());
    request(phone.substring(3)).then().statusCode(200);
    Map<String, Object> body = new HashMap<>();
    body.put("phone", "0" + phone.substring(3));
    body.put("otp", Codes.lastOf(2, phone));
    body.put("new_password", NEW);

    json().body(body).post("/api/auth/forgot-password/reset").then().statusCode(200);

    logIn(phone, NEW).statusCode(200);
  }

  @Test
  void resetsNothingByAPhoneThatIsNotProvenAnyMore() {
    Person person = withPhone();
    String phone = provenPhoneOf(person);
    request(phone).then().statusCode(200);
    String code = Codes.lastOf(2, phone);
    for (String number : new String[] {newPhone(), phone}) {
      person
          .calls()
          .body(Map.of("phone", number))
          .put("/api/auth/update-profile")
          .then()
          .statusCode(200)
          .body("user.phone_verified", equalTo(false));
    }

    assertRefused(reset(phone, code), 404, "otp.none");

    logIn(phone, NEW).statusCode(401);
  }

  @Test
  void forgetsThePauseAfterWrongPasswords() {
    Person person = customer();
    for (int i = 0; i < 5; i++) {
      logIn(person.email(), "wrong password").statusCode(401);
    }
    logIn(person.email(), PASSWORD).statusCode(429);
    request(person.email());

    reset(person.email(), Codes.lastOf(1, person.email())).then().statusCode(200);

    logIn(person.email(), NEW).statusCode(200);
  }

  @Test
  void tellsNobodyWhetherThereIsAnAccount() {
    String member = customer().email();
    Person suspended = customer();
    admin()
        .calls()
        .body(Map.of("status", "suspended"))
        .put("/api/admin/users/%s/status".formatted(suspended.id()))
        .then()
        .statusCode(200);
    String stranger = newEmail();
    String unproven = String.valueOf(withPhone().phone());
    String[] others = {stranger, suspended.email(), unproven};

    String expected = request(member).then().statusCode(200).extract().asString();
    String wrong = Codes.otherThan(Codes.lastOf(1, member));
    for (String other : others) {
      assertThat(request(other).then().statusCode(200).extract().asString()).isEqualTo(expected);
      assertRefused(request(other), 429, "rate.limited");
    }
    for (int remaining = 2; remaining >= 0; remaining--) {
      for (String identifier : new String[] {member, stranger, suspended.email(), unproven}) {
        assertRefused(reset(identifier, wrong), 400, "otp.wrong")
            .body("verified", equalTo(false))
            .body("remaining_attempts", equalTo(remaining));
      }
    }
    for (String identifier :
        new String[] {member, stranger, suspended.email(), unproven, newEmail()}) {
      assertRefused(reset(identifier, wrong), 404, "otp.none").body("verified", equalTo(false));
    }
  }

  @Test
  void sendsNoCodeToAPhoneThatIsNotProven() throws SQLException {
    Person person = withPhone();
    String phone = String.valueOf(person.phone());

    request(phone).then().statusCode(200);
    assertThat(codesSentTo(phone)).isZero();

    clock.pass(Duration.ofSeconds(60));
    json().body(Map.of("phone", phone)).post("/api/otp/send-sms").then().statusCode(200);
    assertThat(codesSentTo(phone)).isEqualTo(1);
  }

  @Test
  void sendsNoCodeToASuspendedAccount() throws SQLException {
    Person person = customer();
    admin()
        .calls()
        .body(Map.of("status", "suspended"))
        .put("/api/admin/users/%s/status".formatted(person.id()));

    Person active = customer();

    request(person.email()).then().statusCode(200);
    request(active.email()).then().statusCode(200);

    assertThat(codesSentTo(active.email())).isEqualTo(1);
    assertThat(codesSentTo(person.email())).isZero();
  }

  private int codesSentTo(String recipient) throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select count(*) from outbox where payload->>'recipient' = ?")) {
      query.setString(1, recipient);
      var rows = query.executeQuery();
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void takesNoCodeOfAnotherPurpose() {
    Person person = customer();
    request(person.email());
    String resetCode = Codes.lastOf(1, person.email());
    clock.pass(Duration.ofSeconds(60));
    json().body(Map.of("email", person.email())).post("/api/otp/send-email");
    String verifyCode = Codes.lastOf(2, person.email());

    if (!resetCode.equals(verifyCode)) {
      assertRefused(verify(person.email(), resetCode), 400, "otp.wrong");
      assertRefused(reset(person.email(), verifyCode), 400, "otp.wrong");
    }
    verify(person.email(), verifyCode).then().statusCode(200);
    assertRefused(verify(person.email(), resetCode), 404, "otp.none");
    reset(person.email(), resetCode).then().statusCode(200);
  }

  @Test
  void acceptsACodeOnceAndKeepsItWhenThePasswordIsInvalid() {
    Person person = customer();
    request(person.email());
    String code = Codes.lastOf(1, person.email());
    assertInvalid(
        json()
            .body(Map.of("identifier", person.email(), "otp", code, "new_password", "short"))
            .post("/api/auth/forgot-password/reset"),
        "new_password");

    reset(person.email(), code).then().statusCode(200);

    assertRefused(reset(person.email(), code), 404, "otp.none");
  }

  @Test
  void resetsNothingWhenTheAccountWasSuspendedMeanwhile() {
    Person person = customer();
    request(person.email());
    String code = Codes.lastOf(1, person.email());
    admin()
        .calls()
        .body(Map.of("status", "suspended"))
        .put("/api/admin/users/%s/status".formatted(person.id()));

    assertRefused(reset(person.email(), code), 404, "otp.none");

    logIn(person.email(), NEW).statusCode(401);
  }

  @Test
  void marksTheCodeAsOneForAReset() {
    String email = customer().email();
    request(email);

    String event = Codes.eventsTo(1, email).getFirst().value();

    assertThat(JsonPath.from(event).getString("purpose")).isEqualTo("reset");
  }

  static Stream<Arguments> invalidResets() {
    return Stream.of(
        Arguments.of("identifier", null),
        Arguments.of("identifier", " "),
        Arguments.of("identifier", "asha"),
        Arguments.of("identifier", 7),
        Arguments.of("phone", "asha"),
        Arguments.of("otp", null),
        Arguments.of("otp", "12345"),
        Arguments.of("new_password", null),
        Arguments.of("new_password", "1234567"),
        Arguments.of("new_password", "x".repeat(129)));
  }

  @ParameterizedTest
  @MethodSource("invalidResets")
  void namesTheFieldThatIsWrong(String field, @Nullable Object value) {
    Map<String, Object> body = new HashMap<>();
    body.put("identifier", newEmail());
    body.put("otp", "123456");
    body.put("new_password", NEW);
    body.put(field, value);

    assertInvalid(json().body(body).post("/api/auth/forgot-password/reset"), field);
  }

  @Test
  void namesAnIdentifierThatIsNone() {
    assertInvalid(request("asha"), "identifier");
    assertInvalid(json().body("{}").post("/api/auth/forgot-password/request"), "identifier");
  }

  /** Proven a minute ago, so that it can be sent another code. */
  private String provenPhoneOf(Person person) {
    String phone = String.valueOf(person.phone());
    json().body(Map.of("phone", phone)).post("/api/otp/send-sms").then().statusCode(200);
    verify(phone, Codes.lastOf(1, phone)).then().statusCode(200);
    clock.pass(Duration.ofSeconds(60));
    return phone;
  }

  private static Response request(String identifier) {
    return json().body(Map.of("identifier", identifier)).post("/api/auth/forgot-password/request");
  }

  private static Response reset(String identifier, String otp) {
    return json()
        .body(Map.of("identifier", identifier, "otp", otp, "new_password", NEW))
        .post("/api/auth/forgot-password/reset");
  }

  private static Response verify(String identifier, String otp) {
    return json().body(Map.of("identifier", identifier, "otp", otp)).post("/api/otp/verify");
  }
}
