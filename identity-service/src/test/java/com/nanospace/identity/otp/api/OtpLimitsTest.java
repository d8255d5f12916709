package com.nanospace.identity.otp.api;

import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.Problems.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.identity.Codes;
import com.nanospace.identity.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often codes are sent and tried, whatever way they are asked for. */
@QuarkusTest
class OtpLimitsTest {

  @Inject TestClock clock;

  @AfterEach
  void returnToThePresent() {
    clock.reset();
  }

  @Test
  void sendsOnceAMinute() {
    String email = customer().email();
    sendEmail(email).then().statusCode(200);

    assertTooEarly(resend(email), 60);
    clock.pass(Duration.ofSeconds(59));
    assertTooEarly(sendEmail(email), 1);
    clock.pass(Duration.ofSeconds(1));
    resend(email).then().statusCode(200);
  }

  @Test
  void sendsFiveTimesAnHourAndTenTimesADay() {
    String email = customer().email();
    resendEveryTwoMinutes(5, email);
    assertTooEarly(resend(email), 50 * 60);

    clock.pass(Duration.ofMinutes(50));
    resendEveryTwoMinutes(5, email);
    assertTooEarly(resend(email), (24 * 60 - 70) * 60);

    clock.pass(Duration.ofHours(23));
    resend(email).then().statusCode(200);
  }

  private void resendEveryTwoMinutes(int times, String email) {
    for (int i = 0; i < times; i++) {
      resend(email).then().statusCode(200);
      clock.pass(Duration.ofMinutes(2));
    }
  }

  @Test
  void countsWrongTriesOverResends() {
    String email = customer().email();
    for (int code = 1; code <= 5; code++) {
      sendEmail(email).then().statusCode(200);
      String right = Codes.lastOf(code, email);
      for (int times = 0; times < 3; times++) {
        verify(email, Codes.otherThan(right)).then().statusCode(400);
      }
      clock.pass(Duration.ofMinutes(12));
    }
    sendEmail(email).then().statusCode(200);
    String right = Codes.lastOf(6, email);

    verify(email, right).then().statusCode(200);
  }

  @Test
  void answersNoTryAfterFifteenWrongOnesInAnHour() {
    String email = customer().email();
    for (int code = 1; code <= 5; code++) {
      sendEmail(email).then().statusCode(200);
      String right = Codes.lastOf(code, email);
      for (int times = 0; times < 3; times++) {
        verify(email, Codes.otherThan(right)).then().statusCode(400);
      }
      clock.pass(Duration.ofSeconds(61));
    }

    assertRefused(verify(email, "123456"), 429, "rate.limited");
  }

  @Test
  void countsWrongTriesAndSendsWhateverTheAddressTheyComeFrom() {
    String email = customer().email();
    for (int code = 1; code <= 5; code++) {
      from(10 + code, Map.of("email", email), "send-email").then().statusCode(200);
      String wrong = Codes.otherThan(Codes.lastOf(code, email));
      for (int times = 0; times < 3; times++) {
        from(20 + 3 * code + times, Map.of("identifier", email, "otp", wrong), "verify")
            .then()
            .statusCode(400);
      }
      clock.pass(Duration.ofSeconds(61));
    }

    assertRefused(
        from(40, Map.of("identifier", email, "otp", "123456"), "verify"), 429, "rate.limited");
    assertRefused(from(41, Map.of("email", email), "send-email"), 429, "rate.limited");
  }

  private static Response from(int host, Map<String, String> body, String operation) {
    return json()
        .header("X-Forwarded-For", "203.0.113." + host)
        .body(body)
        .post("/api/otp/" + operation);
  }

  private static void assertTooEarly(Response reply, int seconds) {
    assertRefused(reply, 429, "rate.limited");
    assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(seconds - 20, seconds + 1);
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
