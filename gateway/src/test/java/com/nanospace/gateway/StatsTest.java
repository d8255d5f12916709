package com.nanospace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StatsTest extends GatewayTest {

  @BeforeEach
  void servicesHaveFigures() {
    stats(identity, okJson("{\"users\":{\"total\":4,\"customers\":2,\"owners\":1,\"admins\":1}}"));
    stats(
        property,
        okJson("{\"properties\":{\"total\":3,\"pending\":1,\"approved\":1,\"rejected\":1}}"));
    stats(
        booking,
        okJson(
            """
            {"bookings":{"total":6,"pending":1,"confirmed":2,"cancelled":3},
             "enquiries":{"total":4,"new":1,"contacted":1,"resolved":1,"closed":1}}"""));
  }

  @Test
  void composesTheFiguresOfThreeServices() {
    String token = TOKENS.of("admin");

    call()
        .header("Authorization", "Bearer " + token)
        .header("X-Request-Id", "stats-1")
        .get("/api/admin/stats/")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("users.total", equalTo(4))
        .body("properties.rejected", equalTo(1))
        .body("bookings.cancelled", equalTo(3))
        .body("enquiries.new", equalTo(1))
        .body("unavailable", empty());

    LoggedRequest asked = booking.find(anyRequestedFor(anyUrl())).getLast();
    assertThat(asked.getHeader("Authorization")).isEqualTo("Bearer " + token);
    assertThat(asked.getHeader("X-Request-Id")).isEqualTo("stats-1");
    assertThat(asked.containsHeader("traceparent")).isTrue();
  }

  @Test
  void namesTheServicesThatDoNotAnswer() {
    stats(booking, aResponse().withFixedDelay(10_000));
    stats(identity, aResponse().withFault(Fault.EMPTY_RESPONSE));

    asAdmin()
        .statusCode(200)
        .body("properties.total", equalTo(3))
        .body("users", nullValue())
        .body("bookings", nullValue())
        .body("enquiries", nullValue())
        .body("unavailable", contains("booking", "identity"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "nonsense", "{\"properties\":7}"})
  void takesAnAnswerWithoutFiguresForNone(String answer) {
    stats(property, okJson(answer));

    asAdmin()
        .statusCode(200)
        .body("properties", nullValue())
        .body("unavailable", contains("property"));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void doesNotOverruleAServiceThatRefusesTheCaller(int status) {
    stats(property, aResponse().withStatus(status));

    asAdmin().statusCode(status).contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer", "owner"})
  void isForAdminsAlone(String role) {
    call()
        .header("Authorization", "Bearer " + TOKENS.of(role))
        .get("/api/admin/stats")
        .then()
        .statusCode(403)
        .body("code", equalTo("auth.forbidden"));
    call().get("/api/admin/stats").then().statusCode(401);
    assertThat(booking.find(anyRequestedFor(anyUrl()))).isEmpty();
  }

  private ValidatableResponse asAdmin() {
    return call()
        .header("Authorization", "Bearer " + TOKENS.of("admin"))
        .get("/api/admin/stats")
        .then();
  }

  private static void stats(WireMock service, ResponseDefinitionBuilder answer) {
    service.register(get("/internal/stats").willReturn(answer));
  }
}
