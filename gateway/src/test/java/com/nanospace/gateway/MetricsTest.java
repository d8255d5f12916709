package com.nanospace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsTest extends GatewayTest {

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Test
  void countsRequestsByRouteAndNotByPath() {
    call().get("/api/uploads/of-nobody.png").then().statusCode(200);

    await()
        .until(
            () ->
                counted(
                    "http_server_requests_seconds_count",
                    "method=\"GET\"",
                    "outcome=\"SUCCESS\"",
                    "service=\"gateway\"",
                    "status=\"200\"",
                    "uri=\"/api/uploads/**\""));
    assertThat(scraped()).noneMatch(line -> line.contains("of-nobody"));
  }

  @Test
  void givesPagesThatTheGatewayAnswersItselfTheirPatternsNames() {
    call().get("/docs/of-anybody.js").then().statusCode(404);

    await()
        .until(
            () ->
                counted(
                    "http_server_requests_seconds_count", "uri=\"/docs/**\"", "status=\"404\""));
    assertThat(scraped()).noneMatch(line -> line.contains("of-anybody"));
  }

  @Test
  void givesWhatHasNoRouteOneName() {
    raw().get("/of/nobody/at/all");
    raw().send("BREW", "/of/nobody", "");

    await()
        .until(
            () ->
                counted("http_server_requests_seconds_count", "uri=\"UNMATCHED\"", "status=\"404\"")
                    && counted("http_server_requests_seconds_count", "method=\"OTHER\""));
    assertThat(scraped()).noneMatch(line -> line.contains("BREW"));
  }

  @Test
  void countsServicesThatGaveNoAnswer() {
    booking.register(
        get("/api/properties/1/availability")
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    call().get("/api/properties/1/availability").then().statusCode(503);

    await()
        .until(
            () ->
                counted(
                    "nanospace_gateway_unanswered_total", "cause=\"away\"", "origin=\"booking\""));
  }

  @Test
  void countsMissingAnswersOfEveryServiceFromZero() {
    for (String origin : List.of("identity", "property", "booking", "notification")) {
      for (String cause : List.of("away", "late")) {
        assertThat(scraped())
            .anyMatch(
                line ->
                    line.startsWith("nanospace_gateway_unanswered_total{")
                        && line.contains("origin=\"%s\"".formatted(origin))
                        && line.contains("cause=\"%s\"".formatted(cause)));
      }
    }
  }

  @Test
  void namesTheServiceInEverySeries() {
    assertThat(scraped())
        .filteredOn(line -> !line.startsWith("#") && !line.isBlank())
        .isNotEmpty()
        .allMatch(line -> line.contains("service=\"gateway\""));
  }

  @Test
  void hasNoMetricsOnThePublicPort() {
    call().get("/q/metrics").then().statusCode(404);
  }

  private boolean counted(String name, String... labels) {
    return scraped().stream()
        .filter(line -> line.startsWith(name + "{"))
        .filter(line -> List.of(labels).stream().allMatch(line::contains))
        .anyMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))) > 0);
  }

  private List<String> scraped() {
    return given().get(metrics).then().statusCode(200).extract().asString().lines().toList();
  }
}
