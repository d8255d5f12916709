package com.nanospace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.restassured.RestAssured.given;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.nanospace.token.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** The running gateway in front of four services that say what a test tells them to. */
@WithTestResource(Services.class)
abstract class GatewayTest {

  static final TestTokens TOKENS = new TestTokens();

  @Inject PublicServer server;

  @ConfigProperty(name = "nanospace.identity.url")
  URI identityUrl;

  @ConfigProperty(name = "nanospace.property.url")
  URI propertyUrl;

  @ConfigProperty(name = "nanospace.booking.url")
  URI bookingUrl;

  @ConfigProperty(name = "nanospace.notification.url")
  URI notificationUrl;

  WireMock identity;
  WireMock property;
  WireMock booking;
  WireMock notification;

  @BeforeEach
  void servicesAnswerWithTheirNames() {
    identity = service(identityUrl, "identity");
    property = service(propertyUrl, "property");
    booking = service(bookingUrl, "booking");
    notification = service(notificationUrl, "notification");
    identity.register(get("/.well-known/jwks.json").willReturn(okJson(TOKENS.keySet())));
  }

  /** A call through the gateway; paths go out as they are written. */
  RequestSpecification call() {
    return given()
        .baseUri("http://localhost")
        .port(server.port())
        .urlEncodingEnabled(false)
        .config(
            RestAssuredConfig.config()
                .redirect(RedirectConfig.redirectConfig().followRedirects(false)));
  }

  RawClient raw() {
    return new RawClient(server.port());
  }

  private static WireMock service(URI url, String name) {
    WireMock service = WireMock.create().host(url.getHost()).port(url.getPort()).build();
    service.resetMappings();
    service.resetRequests();
    service.register(
        any(anyUrl())
            .atPriority(10)
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"service\":\"%s\"}".formatted(name))));
    return service;
  }
}
