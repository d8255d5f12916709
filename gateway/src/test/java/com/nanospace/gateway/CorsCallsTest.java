package com.nanospace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorsCallsTest extends GatewayTest {

  private static final String ALLOWED = "http://localhost:3000";

  @Test
  void answersAPreflightItself() {
    call()
        .header("Origin", ALLOWED)
        .header("Access-Control-Request-Method", "PUT")
        .header("Access-Control-Request-Headers", "authorization, idempotency-key")
        .options("/api/bookings/1/cancel")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", ALLOWED)
        .header("Access-Control-Allow-Methods", containsString("PUT"))
        .header("Access-Control-Allow-Headers", containsString("Authorization"))
        .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
        .header("Access-Control-Max-Age", "3600")
        .header("Vary", containsString("origin"));

    assertThat(booking.find(anyRequestedFor(anyUrl()))).isEmpty();
  }

  @Test
  void refusesThePreflightOfAnotherOrigin() {
    call()
        .header("Origin", "http://evil.example")
        .header("Access-Control-Request-Method", "GET")
        .options("/api/properties")
        .then()
        .statusCode(403)
        .header("Access-Control-Allow-Origin", nullValue())
        .body("code", equalTo("auth.forbidden"));
  }

  @Test
  void letsAPageOfAnAllowedOriginReadTheReply() {
    call()
        .header("Origin", ALLOWED)
        .get("/api/properties")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", ALLOWED)
        .header("Access-Control-Expose-Headers", containsString("X-Request-Id"))
        .header("Access-Control-Expose-Headers", containsString("Retry-After"))
        .header("Access-Control-Expose-Headers", containsString("RateLimit"))
        .header("Access-Control-Expose-Headers", containsString("Location"));
  }

  @Test
  void letsItReadRefusalsToo() {
    call()
        .header("Origin", ALLOWED)
        .get("/api/bookings/1")
        .then()
        .statusCode(401)
        .header("Access-Control-Allow-Origin", ALLOWED);
  }

  @Test
  void tellsOthersNothing() {
    call()
        .header("Origin", "http://evil.example")
        .get("/api/properties")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", nullValue())
        .header("Access-Control-Expose-Headers", nullValue())
        .header("Vary", containsString("origin"));
  }
}
