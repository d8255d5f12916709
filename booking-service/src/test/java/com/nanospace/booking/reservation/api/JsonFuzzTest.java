package com.nanospace.booking.reservation.api;

import static com.nanospace.booking.BookingClient.asAdmin;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.ListingFixture.aListing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.booking.ListingFixture;
import com.nanospace.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Bodies that no client should send, and that must never be our fault. */
@QuarkusTest
class JsonFuzzTest {

  private static final int ROUNDS = 300;

  private static final List<String> ODD_VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-0",
          "1e400000000",
          "-1e-400000000",
          "1e2147483647",
          "99999999999999999999999999",
          "0.1e1",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"1e400000000\"",
          "\"NaN\"",
          "\"2026-12-01T25:00:00Z\"",
          "\"-0001-01-01\"",
          "\"0000-00-00\"",
          "\"\\u202e\\uFFFF\"",
          "[]",
          "[[[[]]]]",
          "{}",
          "{\"a\":{\"b\":[]}}",
          "\"" + "x".repeat(6000) + "\"",
          "\"" + "\\ud83d\\ude00".repeat(2500) + "\"");

  private static final List<String> FIELDS =
      List.of(
          "property_id",
          "booking_type",
          "quantity",
          "start_date",
          "end_date",
          "total_amount",
          "customer_name",
          "customer_email",
          "customer_phone",
          "notes",
          "name",
          "email",
          "phone",
          "enquiry_type",
          "subject",
          "message",
          "city",
          "property_name",
          "property_type",
          "budget",
          "seats_required",
          "move_in_date",
          "status",
          "reason",
          "admin_notes");

  @Test
  void neverFailsForABody() throws JsonProcessingException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    ListingFixture listing = aListing().withSeats(null).known();
    List<String> failures = new ArrayList<>();

    for (int round = 0; round < ROUNDS; round++) {
      String path = pick(random, paths());
      String body = oddBody(random, listing);
      int status =
          (path.startsWith("PUT ")
                  ? asAdmin().body(body).put(path.substring(4))
                  : asAdmin().body(body).post(path))
              .statusCode();
      if (status >= 500) {
        failures.add(path + " " + body);
      }
    }

    assertThat(failures).as("seed %d", seed).isEmpty();
  }

  @Test
  void refusesWhatIsTooDeepOrTooLarge() throws IOException, InterruptedException {
    assertThat(book("{\"notes\":" + "[".repeat(5000) + "]".repeat(5000) + "}")).isEqualTo(400);
    assertThat(book("{\"notes\":\"" + "x".repeat(3_000_000) + "\"}")).isEqualTo(413);
  }

  /** Without RestAssured, which takes hundreds of megabytes to print such bodies. */
  private static int book(String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:%d/api/bookings".formatted(RestAssured.port)))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + TestTokens.customer(UUID.randomUUID()))
            .expectContinue(true)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private static List<String> paths() {
    return List.of(
        "/api/bookings",
        "/api/bookings/quote",
        "/api/enquiries",
        "PUT /api/bookings/%s/cancel".formatted(UUID.randomUUID()),
        "PUT /api/bookings/%s/decline".formatted(UUID.randomUUID()),
        "PUT /api/admin/bookings/%s/status".formatted(UUID.randomUUID()),
        "PUT /api/admin/enquiries/%s/status".formatted(UUID.randomUUID()));
  }

  /** A sound body in which one to three members are odd. */
  private static String oddBody(Random random, ListingFixture listing)
      throws JsonProcessingException {
    Map<String, Object> sound = dayBooking(listing);
    sound.put("name", "Vikram Shah");
    sound.put("email", "vikram@example.com");
    sound.put("status", "closed");
    sound.put("reason", "Closed");
    ObjectMapper json = new ObjectMapper();
    Map<String, String> members =
        sound.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> write(json, entry.getValue())));
    for (int odd = 0; odd <= random.nextInt(3); odd++) {
      members.put(pick(random, FIELDS), pick(random, ODD_VALUES));
    }
    return members.entrySet().stream()
        .map(member -> "\"%s\":%s".formatted(member.getKey(), member.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String write(ObjectMapper json, Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
