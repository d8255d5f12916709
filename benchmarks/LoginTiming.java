import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * Whether the time of a reply tells who has an account. Asks a running suite through its gateway,
 * for accounts and for strangers in turns, and compares the medians.
 *
 * <pre>java benchmarks/LoginTiming.java [URL] [TRIES]</pre>
 */
final class LoginTiming {

  /** A pause follows the fifth wrong password for one account. */
  private static final int TRIES_AN_ACCOUNT = 4;

  private static final int WARM_UP = 40;
  private static final double ALLOWED = 0.10;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Random chance = new Random();
  private final String gateway;

  private LoginTiming(String gateway) {
    this.gateway = gateway;
  }

  public static void main(String[] arguments) throws Exception {
    String gateway = arguments.length > 0 ? arguments[0] : "http://localhost:8080";
    int tries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
    System.exit(new LoginTiming(gateway).run(tries) ? 0 : 1);
  }

  private boolean run(int tries) throws IOException, InterruptedException {
    List<String> members = new ArrayList<>();
    List<String> strangers = new ArrayList<>();
    for (int i = 0; i < (WARM_UP + tries + TRIES_AN_ACCOUNT - 1) / TRIES_AN_ACCOUNT; i++) {
      members.add(newEmail());
      strangers.add(newEmail());
      register(members.get(i));
    }

    Sample login = new Sample("login with a wrong password");
    for (int i = 0; i < WARM_UP + tries; i++) {
      String member = members.get(i / TRIES_AN_ACCOUNT);
      String stranger = strangers.get(i / TRIES_AN_ACCOUNT);
      ask(login, i >= WARM_UP, () -> logIn(member), () -> logIn(stranger));
    }

    Sample reset = new Sample("forgot-password/request");
    for (int i = 0; i < members.size(); i++) {
      String member = members.get(i);
      String stranger = strangers.get(i);
      boolean counts = i >= WARM_UP / TRIES_AN_ACCOUNT;
      ask(reset, counts, () -> requestReset(member), () -> requestReset(stranger));
    }
    return login.tell() & reset.tell();
  }

  /** Who comes first is left to chance: collections of garbage come at regular distances. */
  private void ask(Sample sample, boolean counts, Question member, Question stranger)
      throws IOException, InterruptedException {
    boolean memberFirst = chance.nextBoolean();
    long first = (memberFirst ? member : stranger).ask();
    long second = (memberFirst ? stranger : member).ask();
    if (counts) {
      sample.add(memberFirst ? first : second, memberFirst ? second : first);
    }
  }

  private interface Question {

    long ask() throws IOException, InterruptedException;
  }

  private void register(String email) throws IOException, InterruptedException {
    post(
        "/api/auth/register",
        "{\"email\":\"%s\",\"password\":\"a right password\",\"full_name\":\"Asha Rao\"}"
            .formatted(email),
        201);
  }

  private long logIn(String email) throws IOException, InterruptedException {
    return post(
        "/api/auth/login",
        "{\"identifier\":\"%s\",\"password\":\"a wrong password\"}".formatted(email),
        401);
  }

  private long requestReset(String email) throws IOException, InterruptedException {
    return post(
        "/api/auth/forgot-password/request", "{\"identifier\":\"%s\"}".formatted(email), 200);
  }

  /** Nanoseconds to the end of the reply. */
  private long post(String path, String body, int expected)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    long start = System.nanoTime();
    var reply = client.send(request, BodyHandlers.ofString());
    long took = System.nanoTime() - start;
    if (reply.statusCode() != expected) {
      throw new IOException(
          "%s answered %d %s".formatted(path, reply.statusCode(), reply.body()));
    }
    return took;
  }

  private static String newEmail() {
    return "timing-%s@example.com".formatted(UUID.randomUUID());
  }

  private static final class Sample {

    private final String name;
    private final List<Long> members = new ArrayList<>();
    private final List<Long> strangers = new ArrayList<>();

    Sample(String name) {
      this.name = name;
    }

    void add(long member, long stranger) {
      members.add(member);
      strangers.add(stranger);
    }

    /** Prints the medians, and tells whether they are alike. */
    boolean tell() {
      double member = median(members);
      double stranger = median(strangers);
      double ratio = member / stranger;
      boolean alike = Math.abs(ratio - 1) <= ALLOWED;
      System.out.printf(
          Locale.ROOT,
          "%s: account %.2f ms, stranger %.2f ms, ratio %.3f, n=%d each: %s%n",
          name,
          member,
          stranger,
          ratio,
          members.size(),
          alike ? "alike" : "they differ by more than 10 %");
      return alike;
    }

    private static double median(List<Long> nanos) {
      List<Long> sorted = nanos.stream().sorted().toList();
      int middle = sorted.size() / 2;
      double median =
          sorted.size() % 2 == 1
              ? sorted.get(middle)
              : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
      return median / 1e6;
    }
  }
}
