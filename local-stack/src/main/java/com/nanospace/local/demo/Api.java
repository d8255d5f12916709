package com.nanospace.local.demo;

import com.nanospace.local.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls the gateway as a front-end does; waits when it is told to slow down. */
final class Api {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final int MOST_TRIES = 8;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String gateway;

  Api(String gateway) {
    this.gateway = gateway;
  }

  /** A reply of the gateway. */
  record Reply(int status, JsonObject body) {
    boolean isSuccess() {
      return status / 100 == 2;
    }
  }

  JsonObject get(@Nullable String token, String path) throws IOException, InterruptedException {
    return succeed(path, send(request(token, path).GET()));
  }

  JsonObject post(@Nullable String token, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return succeed(path, tryPost(token, path, body));
  }

  /** Like {@link #post}, for those who have an answer to a refusal. */
  Reply tryPost(@Nullable String token, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(json(request(token, path)).POST(text(body)));
  }

  JsonObject put(String token, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return succeed(path, send(json(request(token, path)).PUT(text(body))));
  }

  JsonObject upload(String token, String path, String name, byte[] png)
      throws IOException, InterruptedException {
    String boundary = UUID.randomUUID().toString();
    String head =
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: image/png\r
        \r
        """
            .formatted(boundary, name);
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofByteArray(png),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    return succeed(
        path,
        send(
            request(token, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body)));
  }

  private HttpRequest.Builder request(@Nullable String token, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofMinutes(1));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request) {
    return request.header("Content-Type", "application/json");
  }

  private static BodyPublisher text(Map<String, ?> body) throws IOException {
    return BodyPublishers.ofString(JsonObject.print(body), StandardCharsets.UTF_8);
  }

  private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
    for (int tries = 1; ; tries++) {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      int status = response.statusCode();
      if (tries == MOST_TRIES || !isBusy(status)) {
        String body = response.body();
        return new Reply(status, JsonObject.parse(body.isBlank() ? "{}" : body));
      }
      long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
      Thread.sleep(Duration.ofSeconds(Math.clamp(seconds, 1, 60)));
    }
  }

  private static boolean isBusy(int status) {
    return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
  }

  private static JsonObject succeed(String path, Reply reply) throws IOException {
    if (!reply.isSuccess()) {
      String why = reply.body().textOrNull("detail");
      throw new IOException("%s answered %d: %s".formatted(path, reply.status(), why));
    }
    return reply.body();
  }
}
