package com.nanospace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches the gateway octet by octet, as no HTTP client would send it. */
@QuarkusTest
class HygieneTest extends GatewayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//api/properties",
        "/api//properties",
        "/api/./properties",
        "/api/properties/../../internal/stats",
        "/api/properties/..",
        "/api/%2e%2e/internal/stats",
        "/api/properties%2f1",
        "/api/properties/%5c..",
        "/api/properties\\..",
        "/api/properties;jsessionid=1",
        "/api/%252e%252e/internal",
        "/api/properties/%00",
        "/api/properties/%0d%0aX:1",
        "/api/propertie%73",
        "/api/properties?a=%zz",
        "/api/properties#x",
        "*",
        "api/properties",
        "http://evil.example/api/properties",
        "ftp://localhost/api/properties",
      })
  void refusesTargetsThatCanBeReadInTwoWays(String target) {
    String reply = raw().get(target);

    assertThat(reply).startsWith("HTTP/1.1 400").contains("\"request.malformed\"");
    assertThatItIsAnswered(reply);
    assertThatNothingGotThrough();
  }

  @Test
  void acceptsTheAbsoluteFormOfTheSameHost() {
    assertThat(raw().get("http://localhost:%d/api/properties/".formatted(server.port())))
        .startsWith("HTTP/1.1 200");

    assertThat(property.find(anyRequestedFor(anyUrl())).getLast().getUrl())
        .isEqualTo("/api/properties");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST /api/auth/login HTTP/1.1~Host: a~Content-Length: 5~Content-Length: 6~~hello",
        "POST /api/auth/login HTTP/1.1~Host: a~Content-Length: +5~~hello",
        "POST /api/auth/login HTTP/1.1~Host: a~Content-Length: -5~~hello",
        "POST /api/auth/login HTTP/1.1~Host: a~Content-Length: 5, 5~~hello",
        "POST /api/auth/login HTTP/1.1~Host: a~Content-Length: 99999999999999999999~~hello",
        "POST /api/auth/login HTTP/1.1~Host: a~Content-Length: 4~Transfer-Encoding: chunked~~0~~",
        "POST /api/auth/login HTTP/1.1~Host: a~Transfer-Encoding: chunked~Content-Length: 4~~0~~",
        "POST /api/auth/login HTTP/1.1~Host: a~Transfer-Encoding: gzip, chunked~~0~~",
        "POST /api/auth/login HTTP/1.1~Host: a~Transfer-Encoding: xchunked~~0~~",
        "POST /api/auth/login HTTP/1.1~Host: a~Transfer-Encoding: chunked~Transfer-Encoding: identity~~0~~",
        "POST /api/auth/login HTTP/1.1~Host: a~Transfer-Encoding : chunked~~0~~",
        "GET /api/properties HTTP/1.1~~",
        "GET /api/properties HTTP/1.1~Host: a~Host: b~~",
        "GET /api/properties HTTP/1.1~Host: a b~~",
        "GET /api/properties HTTP/1.1~Host: a~X Y: 1~~",
        "GET /api/properties HTTP/7.3~Host: a~~",
        "GET~~",
        "\u0001\u0002\u0003~~",
      })
  void refusesFramingThatCanBeReadInTwoWays(String request) {
    String reply =
        raw().exchange(request.replace("~~", "~Connection: close~~").replace("~", "\r\n"));

    assertThat(reply).matches("(?s)HTTP/\\d\\.\\d 400 .*");
    assertThatItIsAnswered(reply);
    assertThatNothingGotThrough();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xyz\r\nhello\r\n0\r\n\r\n",
        "-5\r\nhello\r\n0\r\n\r\n",
        "100000005\r\nhello\r\n0\r\n\r\n",
        "10000000000000005\r\nhello\r\n0\r\n\r\n",
      })
  void neverPassesABrokenBodyOnAsAWholeOne(String chunks) {
    String reply = raw().send("POST", "/api/auth/login", chunks, "Transfer-Encoding: chunked");

    assertThat(reply).doesNotContain(" 200 ");
    assertThat(identity.find(anyRequestedFor(anyUrl()))).isEmpty();
  }

  @Test
  void refusesHeadersBeyondEightKilobytes() {
    String reply = raw().get("/", "X-Large: " + "x".repeat(8_200));

    assertThat(reply).startsWith("HTTP/1.1 431").contains("request.too_large");
    assertThatItIsAnswered(reply);
  }

  @Test
  void refusesARequestLineBeyondFourKilobytes() {
    String reply = raw().get("/" + "x".repeat(5_000));

    assertThat(reply).contains(" 414 ").contains("request.too_large");
    assertThatItIsAnswered(reply);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "FOO"})
  void knowsTheMethodsOfTheApiAlone(String method) {
    String reply = raw().send(method, "/api/properties", "");

    assertThat(reply).startsWith("HTTP/1.1 405").contains("method_not_allowed");
    assertThatItIsAnswered(reply);
    assertThatNothingGotThrough();
  }

  @Test
  void answersPipelinedRequestsInTheirOrder() {
    String first = "GET /api/properties HTTP/1.1\r\nHost: a\r\nX-Request-Id: one\r\n\r\n";
    String second = "GET /health HTTP/1.1\r\nHost: a\r\nX-Request-Id: two\r\n\r\n";
    String third =
        "GET /nothing HTTP/1.1\r\nHost: a\r\nX-Request-Id: three\r\nConnection: close\r\n\r\n";

    String replies = raw().exchange(first + second + third);

    assertThat(replies).containsSubsequence("one", "two", "three");
  }

  private static void assertThatItIsAnswered(String reply) {
    assertThat(reply)
        .containsIgnoringCase("X-Request-Id: ")
        .containsIgnoringCase("X-Content-Type-Options: nosniff")
        .containsIgnoringCase("content-type: application/problem+json");
  }

  private void assertThatNothingGotThrough() {
    for (var service : List.of(identity, property, booking, notification)) {
      assertThat(service.find(anyRequestedFor(anyUrl()))).isEmpty();
    }
  }
}
