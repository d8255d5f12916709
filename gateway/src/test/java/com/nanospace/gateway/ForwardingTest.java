package com.nanospace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ForwardingTest extends GatewayTest {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void passesMethodQueryHeadersAndBodyOn() {
    call()
        .header("Authorization", "Bearer " + TOKENS.of("customer"))
        .header("Idempotency-Key", "k1")
        .contentType("application/json")
        .body("{\"quantity\":1}")
        .post("/api/bookings/?a=1&a=2&b=x%2Fy")
        .then()
        .statusCode(200);

    LoggedRequest received = received();
    assertThat(received.getMethod().value()).isEqualTo("POST");
    assertThat(received.getUrl()).isEqualTo("/api/bookings?a=1&a=2&b=x%2Fy");
    assertThat(received.getHeader("Idempotency-Key")).isEqualTo("k1");
    assertThat(received.getHeader("Authorization")).startsWith("Bearer ");
    assertThat(received.getHeader("Host")).isEqualTo("localhost:" + server.port());
    assertThat(received.getBodyAsString()).isEqualTo("{\"quantity\":1}");
  }

  @Test
  void tellsTheServiceWhoCallsAndNothingThatTheCallerMadeUp() {
    raw()
        .exchange(
            """
            POST /api/bookings/quote HTTP/1.1\r
            Host: localhost\r
            X-Forwarded-For: 6.6.6.6\r
            X-Forwarded-Host: evil.example\r
            Forwarded: for=6.6.6.6\r
            X-Real-IP: 6.6.6.6\r
            X-User-Id: admin\r
            X-Internal-Role: admin\r
            X-Hop: 1\r
            TE: trailers\r
            Connection: close\r
            Connection: TE, X-Hop\r
            Content-Length: 2\r
            \r
            {}""");

    LoggedRequest received = received();
    assertThat(received.getHeaders().getHeader("X-Forwarded-For").values())
        .containsExactly("127.0.0.1");
    assertThat(received.getHeader("X-Forwarded-Proto")).isEqualTo("http");
    assertThat(received.getHeaders().keys().stream().map(String::toLowerCase))
        .doesNotContain(
            "x-forwarded-host",
            "forwarded",
            "x-real-ip",
            "x-user-id",
            "x-internal-role",
            "x-hop",
            "te");
    assertThat(received.getHeader("X-Request-Id")).matches("[0-9a-f-]{36}");
    assertThat(received.getHeader("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void keepsTheCallersRequestIdAndTrace() {
    call()
        .header("X-Request-Id", "my-id.1")
        .header("traceparent", TRACE)
        .header("tracestate", "v=1")
        .post("/api/bookings/quote")
        .then()
        .header("X-Request-Id", "my-id.1");

    LoggedRequest received = received();
    assertThat(received.getHeader("X-Request-Id")).isEqualTo("my-id.1");
    assertThat(received.getHeader("traceparent")).isEqualTo(TRACE);
    assertThat(received.getHeader("tracestate")).isEqualTo("v=1");
  }

  @Test
  void replacesARequestIdAndATraceThatAreNotWellFormed() {
    call()
        .header("X-Request-Id", "a b")
        .header("traceparent", "00-1-2-3")
        .header("tracestate", "v=1")
        .post("/api/bookings/quote")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));

    assertThat(received().getHeader("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    assertThat(received().containsHeader("tracestate")).isFalse();
  }

  @Test
  void givesTheReplyBackWithoutWhatIsInternal() {
    bookingAnswers(
        aResponse()
            .withStatus(201)
            .withHeader("Content-Type", "application/json")
            .withHeader("Location", "/api/bookings/1")
            .withHeader("Cache-Control", "no-store")
            .withHeader("Server", "secret/1.0")
            .withHeader("X-Powered-By", "secret")
            .withHeader("X-Internal-Node", "7")
            .withHeader("X-Request-Id", "another")
            .withHeader("Access-Control-Allow-Origin", "*")
            .withBody("{\"id\":1}"));

    call()
        .header("X-Request-Id", "mine")
        .post("/api/bookings/quote")
        .then()
        .statusCode(201)
        .header("Location", "/api/bookings/1")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Request-Id", "mine")
        .header("Server", nullValue())
        .header("X-Powered-By", nullValue())
        .header("X-Internal-Node", nullValue())
        .header("Access-Control-Allow-Origin", nullValue())
        .body("id", equalTo(1));
  }

  @Test
  void passesAServicesOwnProblemsOnUntouched() {
    bookingAnswers(
        aResponse()
            .withStatus(409)
            .withHeader("Content-Type", "application/problem+json")
            .withBody("{\"code\":\"booking.no_capacity\",\"days\":[\"2026-12-01\"]}"));

    call()
        .post("/api/bookings/quote")
        .then()
        .statusCode(409)
        .body("code", equalTo("booking.no_capacity"))
        .body("days[0]", equalTo("2026-12-01"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 413, 414, 415, 431, 429, 418})
  void givesAnEmptyRefusalADocument(int status) {
    bookingAnswers(
        aResponse().withStatus(status).withHeader("Allow", "GET").withHeader("Retry-After", "7"));

    call()
        .post("/api/bookings/quote")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Allow", "GET")
        .header("Retry-After", "7")
        .body("status", equalTo(status))
        .body("instance", equalTo("/api/bookings/quote"));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void hidesWhatAFailingServiceSaid(int status) {
    bookingAnswers(
        aResponse()
            .withStatus(status)
            .withHeader("Content-Type", "text/html")
            .withBody("<pre>java.lang.NullPointerException at com.nanospace"));

    call()
        .post("/api/bookings/quote")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("detail", not(containsString("NullPointer")));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void answers503WhenTheServiceBreaksOff(Fault fault) {
    bookingAnswers(aResponse().withFault(fault));

    String reply = raw().send("POST", "/api/bookings/quote", "", "Content-Length: 0");

    if (fault == Fault.MALFORMED_RESPONSE_CHUNK) {
      // Its head has been taken over already: what is left is to cut the reply off.
      assertThat(reply).doesNotContain("\r\n0\r\n\r\n");
    } else {
      assertThat(reply).startsWith("HTTP/1.1 503").contains("dependency.unavailable");
    }
  }

  @Test
  void answers503WhenTheServiceTakesTooLong() {
    bookingAnswers(aResponse().withFixedDelay(3_000).withBody("late"));

    call()
        .post("/api/bookings/quote")
        .then()
        .statusCode(503)
        .header("Retry-After", "2")
        .contentType("application/problem+json")
        .body("code", equalTo("dependency.unavailable"));
  }

  @Test
  void framesRepliesWithoutABodyAsSuch() {
    bookingAnswers(aResponse().withStatus(204));

    String reply = raw().send("POST", "/api/bookings/quote", "", "Content-Length: 0");

    assertThat(reply).startsWith("HTTP/1.1 204").endsWith("\r\n\r\n");
    assertThat(reply.toLowerCase(Locale.ROOT)).doesNotContain("transfer-encoding");
  }

  @Test
  void answersHeadWithoutABody() {
    String reply = raw().send("HEAD", "/api/properties", "");

    assertThat(reply).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
  }

  @Test
  void invitesABodyThatWaitsToBeInvited() {
    String reply =
        raw()
            .send("POST", "/api/bookings/quote", "{}", "Content-Length: 2", "Expect: 100-continue");

    assertThat(reply).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK");
    assertThat(received().getBodyAsString()).isEqualTo("{}");
    assertThat(received().containsHeader("Expect")).isFalse();
  }

  @Test
  void servesOldClients() {
    String reply = raw().exchange("GET /api/properties HTTP/1.0\r\n\r\n");

    assertThat(reply).contains("200 OK").endsWith("{\"service\":\"property\"}");
  }

  @Test
  void neverUpgradesAConnection() {
    String reply =
        raw()
            .get(
                "/api/properties",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

    assertThat(reply).startsWith("HTTP/1.1 200");
  }

  private void bookingAnswers(ResponseDefinitionBuilder answer) {
    booking.register(any(anyUrl()).willReturn(answer));
  }

  private LoggedRequest received() {
    return booking.find(anyRequestedFor(anyUrl())).getLast();
  }
}
