package com.nanospace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** In tests the document is made anew every time. */
@QuarkusTest
class OpenApiTest extends GatewayTest {

  @Test
  void describesTheWholeSuiteInOneDocument() {
    publish(identity, document("identity", "/api/auth/login", "/internal/stats", "/api/other"));
    publish(
        property,
        document("property", "/api/properties/{id}", "/api/properties/{id}/availability"));
    publish(
        booking, document("booking", "/api/properties/{id}/availability", "/api/bookings/{id}"));
    publish(notification, document("notification", "/api/notifications", "/q/health"));

    call()
        .get("/openapi")
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .header("Vary", containsString("accept"))
        .body("openapi", equalTo("3.1.0"))
        .body("info.title", equalTo("Nano Space API"))
        .body("servers[0].url", equalTo("/"))
        .body("paths", hasKey("/api/auth/login"))
        .body("paths", hasKey("/api/properties/{id}"))
        .body("paths", hasKey("/api/bookings/{id}"))
        .body("paths", hasKey("/api/notifications"))
        .body("paths", hasKey("/api/admin/stats"))
        .body("paths", hasKey("/health"))
        .body("paths", not(hasKey("/internal/stats")))
        .body("paths", not(hasKey("/api/other")))
        .body("paths", not(hasKey("/q/health")))
        .body("paths.'/api/properties/{id}/availability'.get.summary", equalTo("booking"));
  }

  @Test
  void isYamlForWhoAsksForIt() {
    call()
        .get("/openapi?format=yaml")
        .then()
        .statusCode(200)
        .contentType("application/yaml")
        .body(containsString("openapi: \"3.1.0\""));
    call().accept("application/yaml").get("/openapi").then().contentType("application/yaml");
    call().accept("*/*").get("/openapi").then().contentType(ContentType.JSON);
    call()
        .accept("application/yaml")
        .get("/openapi?format=json")
        .then()
        .contentType("application/json");
  }

  @Test
  void keepsWhatAServiceSaidLastWhileItIsAway() {
    publish(booking, document("booking", "/api/bookings/kept"));
    Awaitility.await().until(() -> paths().contains("/api/bookings/kept"));

    publish(booking, serverError());

    assertThat(paths()).contains("/api/bookings/kept");
  }

  private String paths() {
    return call().get("/openapi").then().extract().path("paths").toString();
  }

  private static void publish(WireMock service, ResponseDefinitionBuilder answer) {
    service.register(get(urlPathEqualTo("/openapi")).willReturn(answer));
  }

  private static ResponseDefinitionBuilder document(String summary, String... paths) {
    String items =
        Stream.of(paths)
            .map(path -> "\"%s\":{\"get\":{\"summary\":\"%s\"}}".formatted(path, summary))
            .collect(Collectors.joining(","));
    return okJson("{\"openapi\":\"3.1.0\",\"paths\":{%s}}".formatted(items));
  }
}
