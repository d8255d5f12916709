package com.nanospace.booking.reservation.api;

import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.BookingClient.free;
import static com.nanospace.booking.ListingFixture.aListing;
import static com.nanospace.booking.Race.race;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.nanospace.booking.ListingFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest {

  private final ListingFixture listing = aListing().withSeats(10);
  private final UUID customer = UUID.randomUUID();

  @Test
  void booksOnceHoweverOftenItIsRepeatedAtOnce() {
    listing.known();
    String key = UUID.randomUUID().toString();

    List<Response> replies = race(50, n -> post(customer, key, dayBooking(listing)));

    Map<Integer, List<Response>> byStatus =
        replies.stream().collect(Collectors.groupingBy(Response::statusCode));
    assertThat(byStatus.keySet()).isSubsetOf(201, 409);
    assertThat(byStatus.get(201).stream().map(reply -> reply.<String>path("booking.id")).distinct())
        .hasSize(1);
    byStatus
        .getOrDefault(409, List.of())
        .forEach(
            reply -> assertThat(reply.<String>path("code")).isEqualTo("idempotency.in_progress"));
    assertThat(free(listing, 1)).containsExactly(9);
  }

  @Test
  void replaysTheSameReplyForTheSameKey() {
    listing.known();
    String first =
        post(customer, "key-1", dayBooking(listing)).then().statusCode(201).extract().asString();

    post(customer, "key-1", dayBooking(listing)).then().statusCode(201);
    assertThat(post(customer, "key-1", dayBooking(listing)).jsonPath().getMap(""))
        .isEqualTo(JsonPath.from(first).getMap(""));
  }

  @Test
  void refusesAnotherBodyUnderTheSameKey() {
    listing.known();
    Map<String, Object> other = dayBooking(listing);
    other.put("quantity", 2);
    post(customer, "key-2", dayBooking(listing)).then().statusCode(201);

    post(customer, "key-2", other)
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency.mismatch"));
  }

  @Test
  void keepsTheKeysOfCustomersApart() {
    listing.known();
    post(customer, "key-3", dayBooking(listing)).then().statusCode(201);

    post(UUID.randomUUID(), "key-3", dayBooking(listing)).then().statusCode(201);
    assertThat(free(listing, 1)).containsExactly(8);
  }

  @Test
  void forgetsARefusal() {
    listing.withSeats(0).known();
    post(customer, "key-4", dayBooking(listing)).then().statusCode(409);
    listing.later().withSeats(1).known();

    post(customer, "key-4", dayBooking(listing)).then().statusCode(201);
  }

  private static Response post(UUID customer, String key, Map<String, Object> body) {
    return asCustomer(customer).header("Idempotency-Key", key).body(body).post("/api/bookings");
  }
}
