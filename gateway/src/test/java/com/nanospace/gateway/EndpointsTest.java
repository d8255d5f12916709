package com.nanospace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EndpointsTest extends GatewayTest {

  @Test
  void tellsWhatItIs() {
    call()
        .get("/")
        .then()
        .statusCode(200)
        .body("name", equalTo("Nano Space API"))
        .body("docs", equalTo("/docs"))
        .body("openapi", equalTo("/openapi"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/live", "/q/health/ready"})
  void answersProbesWithNothingButTheirAnswer(String path) {
    assertThat(call().get(path).asString()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void tellsInOneWordWhetherAllServicesAnswer() {
    Awaitility.await().until(() -> health().equals("{\"status\":\"UP\"}"));

    notification.register(any(anyUrl()).willReturn(serverError()));

    Awaitility.await().until(() -> health().equals("{\"status\":\"DEGRADED\"}"));
    call().get("/health").then().statusCode(200).header("Cache-Control", "no-store");
  }

  @Test
  void showsADocumentationPageThatNeedsNothingFromElsewhere() {
    String page =
        call()
            .get("/docs/")
            .then()
            .statusCode(200)
            .contentType("text/html")
            .header("Content-Security-Policy", containsString("default-src 'none'"))
            .extract()
            .asString();
    assertThat(page).doesNotContain("://");

    Matcher links = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page);
    assertThat(links.results().map(link -> link.group(1)))
        .hasSize(4)
        .allSatisfy(link -> call().get(link).then().statusCode(200));
    assertThat(call().get("/docs/start.js").asString()).contains("\"/openapi\"");
    call().get("/docs/other.js").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/health", "/q/health/live", "/openapi", "/docs", "/api/admin/stats"})
  void isThereToBeReadAlone(String path) {
    call()
        .body("{}")
        .post(path)
        .then()
        .statusCode(405)
        .header("Allow", "GET, HEAD")
        .contentType("application/problem+json")
        .body("code", equalTo("method_not_allowed"));
  }

  private String health() {
    return call().get("/health").asString();
  }
}
