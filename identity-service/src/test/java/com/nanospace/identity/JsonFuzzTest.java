package com.nanospace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever JSON is sent, the reply is a 4xx problem document. */
@QuarkusTest
class JsonFuzzTest {

  record Endpoint(String method, String path, List<String> fields) {}

  private static final List<Endpoint> ENDPOINTS =
      List.of(
          new Endpoint(
              "POST",
              "/api/auth/register",
              List.of("email", "password", "full_name", "role", "phone")),
          new Endpoint("POST", "/api/auth/login", List.of("identifier", "password")),
          new Endpoint("POST", "/api/auth/refresh", List.of("refresh_token")),
          new Endpoint("PUT", "/api/auth/update-profile", List.of("full_name", "phone")),
          new Endpoint(
              "POST", "/api/auth/change-password", List.of("current_password", "new_password")),
          new Endpoint("POST", "/api/auth/forgot-password/request", List.of("identifier")),
          new Endpoint(
              "POST",
              "/api/auth/forgot-password/reset",
              List.of("identifier", "phone", "otp", "new_password")),
          new Endpoint("POST", "/api/otp/send-email", List.of("email")),
          new Endpoint("POST", "/api/otp/send-sms", List.of("phone")),
          new Endpoint("POST", "/api/otp/resend", List.of("identifier")),
          new Endpoint("POST", "/api/otp/verify", List.of("identifier", "otp")),
          new Endpoint(
              "PUT",
              "/api/admin/users/019aa9f2-4c11-7d3a-9f60-2b7c5e8d1a04/status",
              List.of("status")),
          new Endpoint(
              "PUT",
              "/api/admin/users/019aa9f2-4c11-7d3a-9f60-2b7c5e8d1a04/role",
              List.of("role")));

  private static final List<String> VALUES =
      List.of(
          "true",
          "0",
          "-1",
          "1e400000000",
          "-1e-400000000",
          "9".repeat(1200),
          "1.5",
          "[]",
          "[null]",
          "{}",
          "{\"a\":{\"b\":[]}}",
          "\"\\u0000\"",
          "\"a\\u0000b@example.com\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"" + "a".repeat(500_000) + "\"",
          "\"" + "a@".repeat(20_000) + "\"",
          "\"" + "(".repeat(20_000) + "\"",
          "[".repeat(70) + "]".repeat(70));

  /** Sent whole, in place of an object. */
  private static final List<String> BODIES =
      List.of(
          "",
          " ",
          "null",
          "[]",
          "7",
          "\"text\"",
          "true",
          "{",
          "{]",
          "{\"email\"}",
          "{\"email\":\"a\"}{\"email\":\"b\"}",
          "\u0000",
          "NaN",
          "[".repeat(10_000),
          "{\"a\":".repeat(10_000));

  private static @Nullable String adminsToken;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static Stream<Arguments> fields() {
    return ENDPOINTS.stream()
        .flatMap(
            endpoint -> endpoint.fields().stream().map(field -> Arguments.of(endpoint, field)));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void refusesEveryStrangeValue(Endpoint endpoint, String field) throws Exception {
    for (String value : VALUES) {
      assertRefused(endpoint, "{\"%s\":%s}".formatted(field, value));
    }
  }

  static Stream<Endpoint> endpoints() {
    return ENDPOINTS.stream();
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void refusesEveryStrangeBody(Endpoint endpoint) throws Exception {
    for (String body : BODIES) {
      assertRefused(endpoint, body);
    }
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void refusesWhatIsTooLarge(Endpoint endpoint) throws Exception {
    String body = "{\"%s\":\"%s\"}".formatted(endpoint.fields().getFirst(), "a".repeat(3 << 20));

    assertThat(send(request(endpoint, "application/json", bytes(body)).expectContinue(true)))
        .returns(413, HttpResponse::statusCode);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void refusesWhatIsNoJson(Endpoint endpoint) throws Exception {
    // A refresh may come without a body, and then with any type.
    int expected = endpoint.path().endsWith("/refresh") ? 401 : 415;

    assertThat(send(request(endpoint, "application/xml", bytes("<a/>"))))
        .returns(expected, HttpResponse::statusCode);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void refusesInvalidUtf8(Endpoint endpoint) throws Exception {
    byte[] body = bytes("{\"%s\":\"?\"}".formatted(endpoint.fields().getFirst()));
    body[body.length - 3] = (byte) 0xff;

    assertThat(send(request(endpoint, "application/json", body)))
        .returns(400, HttpResponse::statusCode);
  }

  private void assertRefused(Endpoint endpoint, String body) throws Exception {
    HttpResponse<String> reply = send(request(endpoint, "application/json", bytes(body)));
    String sent = endpoint + " " + body.substring(0, Math.min(body.length(), 60));
    assertThat(reply.statusCode()).as(sent).isBetween(400, 499);
    assertThat(reply.headers().firstValue("Content-Type").orElseThrow())
        .as(sent)
        .startsWith("application/problem+json");
    assertThat(reply.body()).as(sent).contains("\"code\":\"");
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Without RestAssured, which takes long to print such bodies. */
  private static HttpRequest.Builder request(Endpoint endpoint, String contentType, byte[] body) {
    URI address = URI.create("http://localhost:" + RestAssured.port + endpoint.path());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", contentType)
            .method(endpoint.method(), HttpRequest.BodyPublishers.ofByteArray(body));
    return endpoint.path().endsWith("/refresh")
        ? request
        : request.header("Authorization", "Bearer " + token());
  }

  private static String token() {
    if (adminsToken == null) {
      adminsToken = People.admin().accessToken();
    }
    return adminsToken;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
