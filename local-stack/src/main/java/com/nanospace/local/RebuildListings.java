package com.nanospace.local;

import com.nanospace.local.service.Admin;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Has booking-service bring its replica of listings to what property-service knows. Of the suite on
 * this machine, or of any that {@code NANOSPACE_IDENTITY_URL} and {@code NANOSPACE_BOOKING_URL}
 * name.
 */
final class RebuildListings {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration LOGIN = Duration.ofSeconds(30);
  private static final Duration REBUILD = Duration.ofMinutes(30);

  private final Installation installation;
  private final Console console;
  private final Map<String, String> environment;

  RebuildListings(Installation installation, Console console, Map<String, String> environment) {
    this.installation = installation;
    this.console = console;
    this.environment = environment;
  }

  int run(List<String> arguments) throws IOException, InterruptedException {
    DataFolder data = Arguments.dataFolder(arguments, installation.defaultData());
    Admin admin = Admin.of(environment);
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
      String token =
          post(
                  client,
                  HttpRequest.newBuilder(URI.create(url("identity", data) + "/api/auth/login"))
                      .timeout(LOGIN)
                      .header("Content-Type", "application/json"),
                  JsonObject.print(
                      Map.of("identifier", admin.email(), "password", admin.password())))
              .text("access_token");
      JsonObject outcome =
          post(
              client,
              HttpRequest.newBuilder(
                      URI.create(url("booking", data) + "/internal/listings/rebuild"))
                  .timeout(REBUILD)
                  .header("Authorization", "Bearer " + token),
              "");
      console.line(
          "%d listings, %d of them brought up to date"
              .formatted(outcome.number("listings"), outcome.number("changed")));
      return 0;
    }
  }

  private String url(String service, DataFolder data) throws IOException {
    String given = environment.get("NANOSPACE_%s_URL".formatted(service.toUpperCase(Locale.ROOT)));
    if (given != null) {
      return given;
    }
    Addresses addresses =
        Addresses.read(data)
            .orElseThrow(() -> new CannotRun("Nano Space does not run on " + data.root()));
    return String.valueOf(addresses.services().get(service));
  }

  private static JsonObject post(HttpClient client, HttpRequest.Builder request, String body)
      throws IOException, InterruptedException {
    HttpRequest post = request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
    HttpResponse<String> reply;
    try {
      reply = client.send(post, HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new CannotRun("nobody answers at " + post.uri());
    }
    if (reply.statusCode() != 200) {
      throw new CannotRun("%s answered %d".formatted(post.uri(), reply.statusCode()));
    }
    return JsonObject.parse(reply.body());
  }
}
