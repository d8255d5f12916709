package com.nanospace.property;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nanospace.testkit.StandIn;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The far end of the one question that this service asks booking-service, on a real socket. It
 * grants every ceiling, unless a test lays down another answer for a listing.
 */
public final class BookingPeer extends StandIn {

  private static final String NAME = "booking";

  public BookingPeer() {
    super(NAME);
  }

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
    answers()
        .put(
            path(listingId),
            List.of(
                String.valueOf(answer.status()),
                answer.body(),
                String.valueOf(answer.delay().toMillis())));
  }

  /** What it has been asked for that listing, also when it has not answered yet. */
  public static List<Question> asked(String listingId) {
    return questions().getOrDefault(path(listingId), List.of()).stream()
        .map(question -> question.split(" \n", 2))
        .map(parts -> new Question(parts[0], parts[1]))
        .toList();
  }

  @Override
  protected Map<String, String> configuration(String url) {
    // Longer than in production, for machines that have much else to do.
    return Map.of("nanospace.booking.url", url, "nanospace.peers.timeout", "5s");
  }

  @Override
  protected void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    questions()
        .computeIfAbsent(path, key -> new CopyOnWriteArrayList<>())
        .add(
            exchange.getRequestHeaders().getFirst("Authorization")
                + " \n"
                + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    List<String> answer = answers().getOrDefault(path, List.of("204", "", "0"));
    sleep(Long.parseLong(answer.get(2)));
    byte[] body = answer.get(1).getBytes(UTF_8);
    exchange.sendResponseHeaders(
        Integer.parseInt(answer.get(0)), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, List<String>> answers() {
    return memory(NAME + ".answers");
  }

  private static Map<String, List<String>> questions() {
    return memory(NAME + ".questions");
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
}
