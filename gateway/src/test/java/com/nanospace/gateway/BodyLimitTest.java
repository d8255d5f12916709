package com.nanospace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BodyLimitTest extends GatewayTest {

  private static final int MEGABYTE = 1024 * 1024;
  private static final int UPLOAD_LIMIT = 16_448 * 1024;

  @Test
  void passesABodyOfExactlyOneMegabyte() throws Exception {
    assertThat(post("/api/bookings/quote", known(MEGABYTE)).statusCode()).isEqualTo(200);
    assertThat(post("/api/bookings/quote", chunked(MEGABYTE)).statusCode()).isEqualTo(200);

    assertThat(booking.find(anyRequestedFor(anyUrl())))
        .extracting(request -> request.getBody().length)
        .containsExactly(MEGABYTE, MEGABYTE);
  }

  @Test
  void refusesALargerOneBeforeAnythingIsSentToTheService() {
    call()
        .body(new byte[MEGABYTE + 1])
        .contentType("application/json")
        .post("/api/bookings/quote")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("request.too_large"));

    assertThat(booking.find(anyRequestedFor(anyUrl()))).isEmpty();
  }

  @Test
  void refusesALargerOneThatDoesNotTellItsLength() throws Exception {
    HttpResponse<String> reply = post("/api/bookings/quote", chunked(3 * MEGABYTE));

    assertThat(reply.statusCode()).isEqualTo(413);
    assertThat(reply.headers().firstValue("X-Request-Id")).isPresent();
    assertThat(reply.body()).contains("request.too_large");
    assertThat(booking.find(anyRequestedFor(anyUrl()))).isEmpty();
  }

  @Test
  void servesTheNextRequestAfterARefusal() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(post("/api/bookings/quote", chunked(2 * MEGABYTE)).statusCode()).isEqualTo(413);
      assertThat(post("/api/bookings/quote", known(10)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void passesUploadsUpToTheirOwnLimit() throws Exception {
    assertThat(post("/api/uploads/image", known(UPLOAD_LIMIT)).statusCode()).isEqualTo(200);
    assertThat(post("/api/uploads/image", chunked(16 * MEGABYTE)).statusCode()).isEqualTo(200);
    assertThat(post("/api/uploads/image", known(UPLOAD_LIMIT + 1)).statusCode()).isEqualTo(413);
    assertThat(post("/api/uploads/image", chunked(UPLOAD_LIMIT + 1)).statusCode()).isEqualTo(413);

    property.verifyThat(2, anyRequestedFor(anyUrl()));
  }

  @Test
  void givesLargeRepliesBackWhole() {
    byte[] image = new byte[12 * MEGABYTE];
    Arrays.fill(image, (byte) 7);
    property.register(
        get(urlEqualTo("/api/uploads/a.png"))
            .willReturn(aResponse().withHeader("Content-Type", "image/png").withBody(image)));

    byte[] received = call().get("/api/uploads/a.png").asByteArray();

    assertThat(received).isEqualTo(image);
  }

  private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
              .header("Authorization", "Bearer " + TOKENS.of("owner"))
              .header("Content-Type", "application/octet-stream")
              .POST(body)
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static BodyPublisher known(int length) {
    return BodyPublishers.ofByteArray(new byte[length]);
  }

  private static BodyPublisher chunked(int length) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
  }
}
