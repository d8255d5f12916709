package com.nanospace.identity.otp.api;

import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.newEmail;
import static com.nanospace.identity.People.newPhone;
import static com.nanospace.identity.People.withPhone;
import static com.nanospace.identity.Problems.assertInvalid;
import static com.nanospace.identity.Problems.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.nanospace.identity.Codes;
import com.nanospace.identity.People.Person;
import com.nanospace.identity.TestClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class OtpResourceTest {

  @Inject TestClock clock;
  @Inject AgroalDataSource database;

  @AfterEach
  void returnToThePresent() {
    clock.reset();
  }

  @Test
  void verifiesAnEmailAddressByItsCode() {
    Person person = customer();
    sendEmail(person.email())
        .then()
        .statusCode(200)
        .body("message", notNullValue())
        .body("expires_in", equalTo(300));

    verify(person.email(), Codes.lastOf(1, person.email()))
        .then()
        .statusCode(200)
        .body("message", notNullValue())
        .body("verified", equalTo(true));

    person
        .calls()
        .get("/api/auth/me")
        .then()
        .body("user.email_verified", equalTo(true))
        .body("user.phone_verified", equalTo(false));
  }

  @Test
  void verifiesAPhoneByItsCodeHoweverItIsSpelled() {
    Person person = withPhone();
    String phone = String.valueOf(person.phone());
    json()
        .body(Map.of("phone", phone.substring(3)))
        .post("/api/otp/send-sms")
        .then()
        .statusCode(200);

    verify("0" + phone.substring(3), Codes.lastOf(1, phone)).then().statusCode(200);

    person.calls().get("/api/auth/me").then().body("user.phone_verified", equalTo(true));
  }

  @Test
  void comparesTheEmailAddressWithoutCase() {
    Person person = customer();
    sendEmail(person.email().toLowerCase(Locale.ROOT)).then().statusCode(200);

    verify(person.email().toUpperCase(Locale.ROOT), Codes.lastOf(1, person.email()))
        .then()
        .statusCode(200);
  }

  @Test
  void countsTheWrongTriesOfACodeAndVoidsItAfterThree() {
    String email = customer().email();
    sendEmail(email);
    String code = Codes.lastOf(1, email);

    for (int remaining = 2; remaining >= 0; remaining--) {
      assertRefused(verify(email, Codes.otherThan(code)), 400, "otp.wrong")
          .body("verified", equalTo(false))
          .body("remaining_attempts", equalTo(remaining));
    }
    assertRefused(verify(email, code), 404, "otp.none");
  }

  @Test
  void acceptsACodeOnce() {
    String email = customer().email();
    sendEmail(email);
    String code = Codes.lastOf(1, email);
    verify(email, code).then().statusCode(200);

    assertRefused(verify(email, code), 404, "otp.none");
  }

  @Test
  void acceptsACodeForFiveMinutes() {
    String email = customer().email();
    sendEmail(email);
    String code = Codes.lastOf(1, email);

    clock.pass(Duration.ofMinutes(5));

    assertRefused(verify(email, code), 404, "otp.none");
  }

  @Test
  void voidsTheEarlierCodeWhenAnotherIsSent() {
    String email = customer().email();
    sendEmail(email);
    String earlier = Codes.lastOf(1, email);
    clock.pass(Duration.ofSeconds(60));
    resend(email).then().statusCode(200).body("expires_in", equalTo(300));
    String later = Codes.lastOf(2, email);

    if (!earlier.equals(later)) {
      assertRefused(verify(email, earlier), 400, "otp.wrong");
    }
    verify(email, later).then().statusCode(200);
  }

  @Test
  void knowsNoCodeThatWasNeverSent() {
    assertRefused(verify(customer().email(), "123456"), 404, "otp.none")
        .body("verified", equalTo(false));
  }

  @Test
  void treatsStrangersAsMembers() {
    String stranger = newEmail();
    String member = customer().email();

    assertThat(sendEmail(stranger).asString()).isEqualTo(sendEmail(member).asString());
    assertRefused(verify(stranger, "123456"), 400, "otp.wrong")
        .body("remaining_attempts", equalTo(2));
    assertRefused(resend(stranger), 429, "rate.limited");
  }

  @Test
  void doesNotVerifyAPhoneThatTheAccountHasNoLonger() {
    Person person = withPhone();
    String phone = String.valueOf(person.phone());
    json().body(Map.of("phone", phone)).post("/api/otp/send-sms");
    String code = Codes.lastOf(1, phone);
    person.calls().body(Map.of("phone", newPhone())).put("/api/auth/update-profile");

    assertRefused(verify(phone, code), 404, "otp.none");
    person.calls().get("/api/auth/me").then().body("user.phone_verified", equalTo(false));
  }

  @Test
  void leavesANewPhoneUnverified() {
    Person person = withPhone();
    String phone = String.valueOf(person.phone());
    json().body(Map.of("phone", phone)).post("/api/otp/send-sms");
    verify(phone, Codes.lastOf(1, phone)).then().statusCode(200);

    person
        .calls()
        .body(Map.of("phone", newPhone()))
        .put("/api/auth/update-profile")
        .then()
        .body("user.phone_verified", equalTo(false));
  }

  @Test
  void storesCodesAsHashes() throws SQLException {
    String email = customer().email();
    sendEmail(email);
    String code = Codes.lastOf(1, email);

    try (var connection = database.getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select string_agg(one_time_code::text, ' ') || string_agg(payload::text, ' ')"
                        + " from one_time_code, outbox where aggregatetype = 'identity.otp.v1'"
                        + " and identifier = '%s' and aggregateid = one_time_code.id::text"
                            .formatted(email.toLowerCase(Locale.ROOT)))) {
      rows.next();
      assertThat(rows.getString(1))
          .contains("code_jwe")
          .doesNotContainPattern("(?<![0-9A-Za-z_-])%s(?![0-9A-Za-z_-])".formatted(code));
    }
  }

  static Stream<Arguments> invalidRequests() {
    List<Object> noEmails = Arrays.asList(null, "", "asha", 7, List.of());
    List<Object> noPhones = Arrays.asList(null, "", "12", "asha@example.com", 9812345670L);
    List<Object> neither = Arrays.asList(null, "", "asha", 7);
    List<Object> noCodes = Arrays.asList(null, "", "12345", "1234567", "12345a", "१२३४५६", 123456);
    return Stream.of(
            noEmails.stream().map(value -> Arguments.of("send-email", "email", value)),
            noPhones.stream().map(value -> Arguments.of("send-sms", "phone", value)),
            neither.stream().map(value -> Arguments.of("resend", "identifier", value)),
            neither.stream().map(value -> Arguments.of("verify", "identifier", value)),
            noCodes.stream().map(value -> Arguments.of("verify", "otp", value)))
        .flatMap(rows -> rows);
  }

  @ParameterizedTest
  @MethodSource("invalidRequests")
  void namesTheFieldThatIsWrong(String operation, String field, @Nullable Object value) {
    Map<String, Object> body = new HashMap<>();
    body.put("identifier", newEmail());
    body.put("otp", "123456");
    body.put(field, value);

    assertInvalid(json().body(body).post("/api/otp/" + operation), field);
  }

  private static Response sendEmail(String email) {
    return json().body(Map.of("email", email)).post("/api/otp/send-email");
  }

  private static Response resend(String identifier) {
    return json().body(Map.of("identifier", identifier)).post("/api/otp/resend");
  }

  private static Response verify(String identifier, String otp) {
    return json().body(Map.of("identifier", identifier, "otp", otp)).post("/api/otp/verify");
  }
}
