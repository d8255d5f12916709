package com.nanospace.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the public origin shows, and what it hides. */
@ExtendWith(RunningSuite.class)
class PublicFaceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/stats",
        "/internal/listings/0199aaaa-0000-7000-8000-000000000000",
        "/q/metrics",
        "/q/health",
        "/q/openapi",
        "/metrics",
        "/nowhere"
      })
  void internalsAreNotReachable(String path) {
    Gateway.anyoneWithoutBody()
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .header("X-Request-Id", matchesPattern(".+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health", "/q/health/live", "/q/health/ready", "/openapi"})
  void publicPagesAnswer(String path) {
    Gateway.anyoneWithoutBody()
        .get(path)
        .then()
        .statusCode(200)
        .contentType(startsWith("application/json"))
        .header("X-Content-Type-Options", equalTo("nosniff"));
  }

  @Test
  void theDocumentNamesThePublicEndpointsOfAllServices() {
    Set<String> paths =
        Gateway.anyoneWithoutBody()
            .get("/openapi")
            .then()
            .body("openapi", startsWith("3.1"))
            .extract()
            .jsonPath()
            .<String, Object>getMap("paths")
            .keySet();

    assertThat(paths)
        .contains(
            "/api/auth/register",
            "/api/otp/verify",
            "/api/properties",
            "/api/uploads/image",
            "/api/bookings",
            "/api/enquiries",
            "/api/notifications",
            "/api/admin/stats")
        .noneMatch(path -> path.startsWith("/internal"));
  }

  @Test
  void thePageToTryThemIsServed() {
    Gateway.anyoneWithoutBody().get("/docs/").then().statusCode(200).contentType("text/html");
  }

  @Test
  void aRequestIdTravelsThroughTheSuite() {
    Gateway.anyoneWithoutBody()
        .header("X-Request-Id", "front-end.42")
        .get("/api/properties/not-a-uuid")
        .then()
        .statusCode(404)
        .header("X-Request-Id", "front-end.42")
        .body("request_id", equalTo("front-end.42"))
        .body("code", equalTo("not_found"))
        .body("error", not(equalTo(null)));
  }
}
