package com.nanospace.gateway;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RoutingTest extends GatewayTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /api/properties, property",
    "GET, /api/properties/, property",
    "GET, /api/properties/018f-1, property",
    "GET, /api/properties/018f-1/availability, booking",
    "GET, /api/uploads/a.png, property",
    "POST, /api/auth/register, identity",
    "POST, /api/auth/login, identity",
    "POST, /api/auth/login/, identity",
    "POST, /api/auth/refresh, identity",
    "POST, /api/auth/forgot-password/request, identity",
    "POST, /api/otp/verify, identity",
    "POST, /api/bookings/quote, booking",
    "POST, /api/enquiries, booking",
  })
  void opensThePublicPathsToEveryone(Method method, String path, String service) {
    call().request(method, path).then().statusCode(200).body("service", equalTo(service));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/auth/me, identity",
    "PUT, /api/auth/update-profile, identity",
    "POST, /api/auth/logout, identity",
    "GET, /api/auth/sessions, identity",
    "DELETE, /api/auth/sessions/1, identity",
    "POST, /api/auth/change-password, identity",
    "GET, /api/admin/users, identity",
    "PUT, /api/admin/users/1/status, identity",
    "POST, /api/properties, property",
    "PUT, /api/properties/1, property",
    "DELETE, /api/properties/1, property",
    "GET, /api/properties/my-properties, property",
    "GET, /api/admin/properties/pending, property",
    "PUT, /api/admin/properties/1/approve, property",
    "POST, /api/uploads/image, property",
    "POST, /api/bookings, booking",
    "GET, /api/bookings/my-bookings, booking",
    "GET, /api/bookings/owner, booking",
    "GET, /api/bookings/1, booking",
    "PUT, /api/bookings/1/cancel, booking",
    "GET, /api/bookings/1/calendar.ics, booking",
    "GET, /api/admin/bookings, booking",
    "GET, /api/enquiries/mine, booking",
    "GET, /api/enquiries/admin, booking",
    "DELETE, /api/enquiries/admin/1, booking",
    "GET, /api/admin/enquiries, booking",
    "GET, /api/notifications, notification",
    "PUT, /api/notifications/preferences, notification",
    "GET, /api/admin/notifications, notification",
    "POST, /api/admin/notifications/1/retry, notification",
  })
  void keepsTheOthersForWhoHasAToken(Method method, String path, String service) {
    call()
        .request(method, path)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .body("code", equalTo("auth.required"));
    call()
        .header("Authorization", "Bearer " + TOKENS.of("customer"))
        .request(method, path)
        .then()
        .statusCode(200)
        .body("service", equalTo(service));
  }

  @Test
  void publishesTheKeysOfIdentity() {
    call().get("/.well-known/jwks.json").then().statusCode(200).body("keys", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "/internal/stats",
    "/internal/listings/1",
    "/api/internal/stats",
    "/q/metrics",
    "/q/health",
    "/q/health/started",
    "/q/dev",
    "/metrics",
    "/webjars/swagger-ui/5.31.0/index.html",
    "/api",
    "/api/admin",
    "/api/admin/other",
    "/API/properties",
    "/.well-known/other",
    "/nothing",
  })
  void knowsNothingElse(String path) {
    call()
        .header("Authorization", "Bearer " + TOKENS.of("admin"))
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("not_found"))
        .body("instance", equalTo(path));
  }
}
