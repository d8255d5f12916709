import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an access token still counts after its session has ended. Signs people up in a running
 * suite, logs them in and out, and asks the gateway and each service, all at the same time, until
 * they answer 401; counted from the moment when the logout is sent.
 *
 * <pre>java benchmarks/SessionEnd.java [DATA-DIR] [TRIES]</pre>
 */
final class SessionEnd {

  private static final int WARM_UP = 5;
  private static final Duration PROMISED = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, Sample> samples = new LinkedHashMap<>();
  private final String gateway;

  private SessionEnd(String addresses) {
    gateway = address(addresses, "gateway");
    // What the gateway answers by itself; a customer's token that is good is answered 403.
    samples.put("gateway", new Sample(gateway + "/api/admin/stats"));
    samples.put("identity", new Sample(address(addresses, "identity") + "/api/auth/me"));
    samples.put(
        "property", new Sample(address(addresses, "property") + "/api/properties/my-properties"));
    samples.put(
        "booking", new Sample(address(addresses, "booking") + "/api/bookings/my-bookings"));
    samples.put(
        "notification",
        new Sample(address(addresses, "notification") + "/api/notifications/preferences"));
  }

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments.length > 0 ? arguments[0] : ".nanospace");
    int tries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    String addresses = Files.readString(data.resolve("run/addresses.json"));
    System.exit(new SessionEnd(addresses).run(tries) ? 0 : 1);
  }

  private boolean run(int tries) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP + tries; i++) {
      String token = logIn();
      for (Sample sample : samples.values()) {
        if (!counts(sample.door, token)) {
          throw new IOException(sample.door + " refuses a token that is good");
        }
      }
      Map<Sample, Long> took = logOut(token);
      if (i >= WARM_UP) {
        took.forEach(Sample::add);
      }
    }
    boolean kept = true;
    for (Map.Entry<String, Sample> each : samples.entrySet()) {
      kept &= each.getValue().tell(each.getKey());
    }
    return kept;
  }

  /** Nanoseconds until each door is closed. */
  private Map<Sample, Long> logOut(String token) throws IOException, InterruptedException {
    Map<Sample, CompletableFuture<Long>> closed = new LinkedHashMap<>();
    long start = System.nanoTime();
    for (Sample sample : samples.values()) {
      CompletableFuture<Long> after = new CompletableFuture<>();
      closed.put(sample, after);
      Thread.startVirtualThread(() -> watch(sample.door, token, start, after));
    }
    send(request(gateway + "/api/auth/logout", token).POST(BodyPublishers.noBody()), 200);
    Map<Sample, Long> took = new LinkedHashMap<>();
    closed.forEach((sample, after) -> took.put(sample, after.join()));
    return took;
  }

  private void watch(String door, String token, long start, CompletableFuture<Long> after) {
    try {
      while (counts(door, token)) {
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new IOException("%s is open for %s".formatted(door, PATIENCE));
        }
        Thread.sleep(PAUSE);
      }
      after.complete(System.nanoTime() - start);
    } catch (IOException | InterruptedException e) {
      after.completeExceptionally(e);
    }
  }

  private boolean counts(String door, String token) throws IOException, InterruptedException {
    HttpResponse<String> reply = client.send(request(door, token).build(), BodyHandlers.ofString());
    return switch (reply.statusCode()) {
      case 200, 403 -> true;
      case 401 -> false;
      default -> throw unexpected(reply);
    };
  }

  /** The access token of somebody new. */
  private String logIn() throws IOException, InterruptedException {
    String email = "session-end-%s@example.com".formatted(UUID.randomUUID());
    post(
        "/api/auth/register",
        "{\"email\":\"%s\",\"password\":\"a right password\",\"full_name\":\"Asha Rao\"}"
            .formatted(email),
        201);
    String reply =
        post(
            "/api/auth/login",
            "{\"identifier\":\"%s\",\"password\":\"a right password\"}".formatted(email),
            200);
    Matcher token = TOKEN.matcher(reply);
    if (!token.find()) {
      throw new IOException("the login brought no access token");
    }
    return token.group(1);
  }

  private String post(String path, String body, int expected)
      throws IOException, InterruptedException {
    return send(
        request(gateway + path, "")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)),
        expected);
  }

  private String send(HttpRequest.Builder request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> reply = client.send(request.build(), BodyHandlers.ofString());
    if (reply.statusCode() != expected) {
      throw unexpected(reply);
    }
    return reply.body();
  }

  private static HttpRequest.Builder request(String address, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static IOException unexpected(HttpResponse<String> reply) {
    return new IOException(
        "%s answered %d %s".formatted(reply.uri(), reply.statusCode(), reply.body()));
  }

  private static String address(String addresses, String name) {
    Matcher address = Pattern.compile("\"%s\" : \"([^\"]+)\"".formatted(name)).matcher(addresses);
    if (!address.find()) {
      throw new IllegalArgumentException("no address of " + name);
    }
    return address.group(1);
  }

  private static final class Sample {

    private final String door;
    private final List<Long> nanos = new ArrayList<>();

    Sample(String door) {
      this.door = door;
    }

    void add(long took) {
      nanos.add(took);
    }

    /** Prints what was seen, and tells whether the promise was kept each time. */
    boolean tell(String name) {
      List<Long> sorted = nanos.stream().sorted().toList();
      long longest = sorted.getLast();
      boolean kept = longest <= PROMISED.toNanos();
      System.out.printf(
          Locale.ROOT,
          "%-12s median %4.0f ms, 95th percentile %4.0f ms, maximum %4.0f ms, n=%d: %s%n",
          name,
          sorted.get(sorted.size() / 2) / 1e6,
          sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1) / 1e6,
          longest / 1e6,
          sorted.size(),
          kept ? "within 2 s" : "not within 2 s");
      return kept;
    }
  }
}
