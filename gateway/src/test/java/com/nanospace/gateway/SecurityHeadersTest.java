package com.nanospace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.gateway.edge.SecurityHeaders;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told about each kind of reply. */
@QuarkusTest
class SecurityHeadersTest extends GatewayTest {

  private static final String DATA_ONLY = "default-src 'none'; frame-ancestors 'none'";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/health",
        "/openapi",
        "/api/properties",
        "/api/bookings/1",
        "/nothing",
        "//"
      })
  void anAnswerIsDataAndNobodysToEmbed(String path) {
    call()
        .get(path)
        .then()
        .header("Content-Security-Policy", equalTo(DATA_ONLY))
        .header("X-Frame-Options", equalTo("DENY"))
        .header("Referrer-Policy", equalTo("no-referrer"))
        .header("Cross-Origin-Resource-Policy", equalTo("same-origin"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Server", nullValue());
  }

  @Test
  void whatCannotBeReadIsAnsweredNoLessCarefully() {
    assertThat(raw().exchange("GET\r\n\r\n"))
        .containsIgnoringCase("content-security-policy: " + DATA_ONLY)
        .containsIgnoringCase("referrer-policy: no-referrer");
  }

  @Test
  void pagesOfAllOriginsMayShowImages() {
    property.register(
        get(urlEqualTo("/api/uploads/a.png"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "image/png")
                    .withHeader("Cache-Control", "public, max-age=31536000, immutable")
                    .withHeader("Content-Security-Policy", "default-src 'none'; sandbox")
                    .withBody(new byte[] {1})));

    call()
        .header("Authorization", "Bearer " + TOKENS.of("customer"))
        .get("/api/uploads/a.png")
        .then()
        .statusCode(200)
        .header("Cross-Origin-Resource-Policy", equalTo("cross-origin"))
        .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"))
        .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
  }

  @Test
  void keepsNothingThatWasAnsweredToAToken() {
    String token = "Bearer " + TOKENS.of("customer");

    mine(token).header("Cache-Control", equalTo("no-store"));
    call().get("/api/properties").then().header("Cache-Control", nullValue());
  }

  @Test
  void thePageToTryTheApiRunsItsOwnScriptsOnly() {
    call()
        .get("/docs")
        .then()
        .header(
            "Content-Security-Policy",
            allOf(
                containsString("default-src 'none'"),
                containsString("script-src 'self';"),
                containsString("connect-src 'self'"),
                containsString("frame-ancestors 'none'"),
                not(containsString("unsafe-eval"))));
  }

  @Test
  void saysNothingOfTlsWhereThereIsNone() {
    call().get("/").then().header("Strict-Transport-Security", nullValue());
  }

  @Test
  void asksForTlsWhereItIsConfigured() {
    assertThat(new SecurityHeaders(Optional.of(Duration.ofDays(365))).constant())
        .containsEntry("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  }

  private ValidatableResponse mine(String token) {
    return call().header("Authorization", token).get("/api/bookings/my-bookings").then();
  }
}
