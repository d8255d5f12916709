package com.nanospace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

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
class ExportTest extends GatewayTest {

  private static final int MAX_PART = 4 * 1024 * 1024;

  private final String token = TOKENS.of("customer");

  @BeforeEach
  void servicesHoldSomething() {
    part(identity, okJson("{\"account\":{\"full_name\":\"Asha Rao\"}}"));
    part(property, okJson("{\"properties\":{\"total\":0,\"entries\":[]}}"));
    part(booking, okJson("{\"bookings\":{\"total\":2,\"entries\":[{},{}]}}"));
    part(notification, okJson("{\"notifications\":{\"total\":1,\"entries\":[{}]}}"));
  }

  @Test
  void composesTheFileFromFourServices() {
    export()
        .statusCode(200)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .header("Content-Disposition", "attachment; filename=\"nano-space-export.json\"")
        .body("exported_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"))
        .body("identity.account.full_name", equalTo("Asha Rao"))
        .body("property.properties.total", equalTo(0))
        .body("booking.bookings.total", equalTo(2))
        .body("notification.notifications.total", equalTo(1));

    LoggedRequest asked = notification.find(anyRequestedFor(anyUrl())).getLast();
    assertThat(asked.getHeader("Authorization")).isEqualTo("Bearer " + token);
    assertThat(asked.getHeader("X-Request-Id")).isEqualTo("export-1");
    assertThat(asked.getHeader("X-Forwarded-For")).isEqualTo("127.0.0.1");
  }

  @Test
  void givesNothingRatherThanAPart() {
    part(booking, aResponse().withFault(Fault.EMPTY_RESPONSE));
    assertUnavailable();

    part(booking, aResponse().withStatus(404));
    assertUnavailable();

    part(booking, okJson("\"no part\""));
    assertUnavailable();

    part(booking, okJson("{}").withFixedDelay(10_000));
    assertUnavailable();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void boundsWhatItTakesFromAService(int beyond) {
    String start = "{\"x\":\"";
    String end = "\"}";
    String filling = "x".repeat(MAX_PART - start.length() - end.length() + beyond);
    part(booking, okJson(start + filling + end));

    export().statusCode(beyond == 0 ? 200 : 503);
  }

  @Test
  void doesNotOverruleAServiceThatRefusesTheCaller() {
    part(identity, aResponse().withStatus(401));

    export().statusCode(401).body("code", equalTo("auth.required"));
  }

  @Test
  void isForWhoeverIsSignedIn() {
    call().get("/api/auth/me/export").then().statusCode(401);
    call()
        .header("Authorization", "Bearer " + token)
        .post("/api/auth/me/export")
        .then()
        .statusCode(405);
    assertThat(booking.find(anyRequestedFor(anyUrl()))).isEmpty();
  }

  private void assertUnavailable() {
    export()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("dependency.unavailable"));
  }

  private ValidatableResponse export() {
    return call()
        .header("Authorization", "Bearer " + token)
        .header("X-Request-Id", "export-1")
        .get("/api/auth/me/export")
        .then();
  }

  private static void part(WireMock service, ResponseDefinitionBuilder answer) {
    service.register(get("/internal/export").willReturn(answer));
  }
}
