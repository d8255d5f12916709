package com.nanospace.property;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The far end of the one question that this service asks booking-service, on a real socket. It
 * grants every ceiling, unless a test lays down another answer for a listing.
 *
 * <p>The class is loaded by more than one class loader, so answers and questions live in the system
 * properties, as classes of the JDK.
 */
public final class BookingPeer implements QuarkusTestResourceLifecycleManager {

  private static final String URL = "nanospace.test.booking";
  private static final String ANSWERS = URL + ".answers";
  private static final String QUESTIONS = URL + ".questions";

  /** What it says, and how long it takes for that. */
  public record Answer(int status, String body, Duration delay) {

    public Answer after(Duration duration) {
      return new Answer(status, body, duration);
    }
  }

  /** A ceiling that somebody asked for. */
  public record Question(String authorization, String body) {}

  public static Answer grants() {
    return says(204, "");
  }

  public static Answer says(int status, String body) {
    return new Answer(status, body, Duration.ZERO);
  }

  /** As booking-service refuses to hold a ceiling below what is booked. */
  public static Answer refuses(List<String> days, int bookedSeats) {
    return says(
        409,
        """
        {"type":"https://nanospace.com/problems/property.capacity_booked","title":"Conflict",\
        "status":409,"detail":"6 seats are booked on 2026-12-01","instance":"/internal/listings",\
        "error":"6 seats are booked on 2026-12-01","code":"property.capacity_booked",\
        "request_id":"of-the-peer","days":["%s"],"booked_seats":%d}"""
            .formatted(String.join("\",\"", days), bookedSeats));
  }

  /** As it answers for a version that it knows a later one than. */
  public static Answer knowsALaterVersion() {
    return says(
        409,
        """
        {"status":409,"detail":"The property has changed meanwhile","code":"conflict.stale"}""");
  }

  /** How it answers for that listing from now on. */
  public static void answer(String listingId, Answer answer) {
    shared(ANSWERS)
        .put(
            path(listingId),
            List.of(
                String.valueOf(answer.status()),
                answer.body(),
                String.valueOf(answer.delay().toMillis())));
  }

  /** What it has been asked for that listing, also when it has not answered yet. */
  public static List<Question> asked(String listingId) {
    return shared(QUESTIONS).getOrDefault(path(listingId), List.of()).stream()
        .map(question -> question.split(" \n", 2))
        .map(parts -> new Question(parts[0], parts[1]))
        .toList();
  }

  @Override
  public Map<String, String> start() {
    if (System.getProperty(URL) == null) {
      System.setProperty(URL, "http://localhost:" + listen());
    }
    // Longer than in production, for machines that have much else to do.
    return Map.of(
        "nanospace.booking.url", System.getProperty(URL), "nanospace.peers.timeout", "5s");
  }

  @Override
  public void stop() {
    // Serves the next test class too and ends with the JVM.
  }

  private static int listen() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", BookingPeer::handle);
      server.setExecutor(
          Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("booking").factory()));
      server.start();
      return server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    shared(QUESTIONS)
        .computeIfAbsent(path, key -> new CopyOnWriteArrayList<>())
        .add(
            exchange.getRequestHeaders().getFirst("Authorization")
                + " \n"
                + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    List<String> answer = shared(ANSWERS).getOrDefault(path, List.of("204", "", "0"));
    sleep(Long.parseLong(answer.get(2)));
    byte[] body = answer.get(1).getBytes(UTF_8);
    exchange.sendResponseHeaders(
        Integer.parseInt(answer.get(0)), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String path(String listingId) {
    return "PUT /internal/listings/%s/ceiling".formatted(listingId);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<String>> shared(String name) {
    return (Map<String, List<String>>)
        System.getProperties()
            .computeIfAbsent(name, key -> new ConcurrentHashMap<String, List<String>>());
  }
}
