package com.nanospace.local;

import com.nanospace.local.service.Admin;
import com.nanospace.local.service.Service;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks running services as their admin, also for what the gateway does not route. Those of this
 * machine, or where {@code NANOSPACE_IDENTITY_URL}, {@code NANOSPACE_BOOKING_URL} and so on say;
 * {@code NANOSPACE_ADMIN_EMAIL} and {@code NANOSPACE_ADMIN_PASSWORD} name the admin.
 */
final class OperatorClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration LOGIN = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final DataFolder data;
  private final Map<String, String> environment;
  private @Nullable String token;

  OperatorClient(DataFolder data, Map<String, String> environment) {
    this.data = data;
    this.environment = environment;
  }

  /**
   * Posts to a service, signed in.
   *
   * @param patience how long the answer may take
   * @throws CannotRun when nobody answers, or anything but 200
   */
  JsonObject post(Service service, String path, Duration patience)
      throws IOException, InterruptedException {
    String bearer = token();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(service, path))
            .timeout(patience)
            .header("Authorization", "Bearer " + bearer);
    return send(request.POST(HttpRequest.BodyPublishers.noBody()).build());
  }

  @Override
  public void close() {
    client.close();
  }

  /** Of one sign-in, however many services are asked side by side. */
  private synchronized String token() throws IOException, InterruptedException {
    if (token == null) {
      token = signIn();
    }
    return token;
  }

  private String signIn() throws IOException, InterruptedException {
    Admin admin = Admin.of(environment);
    String credentials =
        JsonObject.print(Map.of("identifier", admin.email(), "password", admin.password()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(Service.IDENTITY, "/api/auth/login"))
            .timeout(LOGIN)
            .header("Content-Type", "application/json");
    return send(request.POST(HttpRequest.BodyPublishers.ofString(credentials)).build())
        .text("access_token");
  }

  private URI at(Service service, String path) throws IOException {
    String url = environment.get("NANOSPACE_%s_URL".formatted(service.name()));
    return URI.create((url == null ? onThisMachine(service) : url) + path);
  }

  private String onThisMachine(Service service) throws IOException {
    Addresses addresses =
        Addresses.read(data)
            .orElseThrow(() -> new CannotRun("Nano Space does not run on " + data.root()));
    return Objects.requireNonNull(addresses.services().get(service.label()));
  }

  private JsonObject send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> reply;
    try {
      reply = client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new CannotRun("nobody answers at " + request.uri(), e);
    }
    if (reply.statusCode() != 200) {
      throw new CannotRun("%s answered %d".formatted(request.uri(), reply.statusCode()));
    }
    return JsonObject.parse(reply.body());
  }
}
