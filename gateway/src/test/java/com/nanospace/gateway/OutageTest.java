package com.nanospace.gateway;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gateway that came up before anything else did. */
@QuarkusTest
@TestProfile(OutageTest.Alone.class)
class OutageTest extends GatewayTest {

  private static final String NOBODY = "http://localhost:1";

  @Test
  void answers503ForAServiceThatIsNotThere() {
    call()
        .get("/api/properties")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .header("X-Request-Id", notNullValue())
        .header("X-Content-Type-Options", "nosniff")
        .body("code", equalTo("dependency.unavailable"));
  }

  @Test
  void answers503WhenTokensCannotBeChecked() {
    call()
        .header("Authorization", "Bearer " + TOKENS.of("customer"))
        .get("/api/bookings/my-bookings")
        .then()
        .statusCode(503)
        .header("Retry-After", "2")
        .body("code", equalTo("dependency.unavailable"));
  }

  @Test
  void stillRefusesWhatIsNoToken() {
    call().get("/api/bookings/my-bookings").then().statusCode(401);
    call().header("Authorization", "Bearer x").get("/api/properties").then().statusCode(401);
  }

  @Test
  void stillAnswersForItself() {
    call().get("/").then().statusCode(200);
    call().get("/docs").then().statusCode(200);
    call().get("/q/health/ready").then().statusCode(200);
    call().get("/health").then().statusCode(200).body("status", equalTo("DEGRADED"));
    call().get("/openapi").then().statusCode(200).body("info.title", equalTo("Nano Space API"));
  }

  /** Every service at an address where nobody listens. */
  public static class Alone implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "nanospace.routing.origins.identity", NOBODY,
          "nanospace.routing.origins.property", NOBODY,
          "nanospace.routing.origins.booking", NOBODY,
          "nanospace.routing.origins.notification", NOBODY,
          "mp.jwt.verify.publickey.location", NOBODY + "/.well-known/jwks.json");
    }
  }
}
