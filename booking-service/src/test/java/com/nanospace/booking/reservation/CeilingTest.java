package com.nanospace.booking.reservation;

import static com.nanospace.booking.BookingClient.asAdmin;
import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.asOwner;
import static com.nanospace.booking.BookingClient.book;
import static com.nanospace.booking.BookingClient.booked;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.BookingClient.free;
import static com.nanospace.booking.BookingClient.today;
import static com.nanospace.booking.ListingFixture.aListing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.booking.ListingFixture;
import com.nanospace.booking.Neighbours;
import com.nanospace.booking.TestClock;
import com.nanospace.booking.listing.EndAbandonedCeilings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Offering less: what property-service is promised, and how long the promise holds. */
@QuarkusTest
class CeilingTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ListingFixture listing = aListing().withSeats(10).withCabins(3);

  @Inject TestClock clock;
  @Inject EndAbandonedCeilings endAbandonedCeilings;
  @Inject ObjectMapper json;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void refusesToGoBelowWhatIsBookedAndNamesTheDays() {
    listing.known();
    bookPlaces(6, "day", today().plusDays(7), 1);
    bookPlaces(4, "day", today().plusDays(8), 2);

    lowered(Map.of("bookable_seats", 5))
        .statusCode(409)
        .body("code", equalTo("property.capacity_booked"))
        .body("detail", equalTo("6 seats are booked on " + today().plusDays(7)))
        .body("days", contains(today().plusDays(7).toString()))
        .body("booked_seats", equalTo(6))
        .body("booked_cabins", nullValue());
    lowered(Map.of("bookable_seats", 3))
        .statusCode(409)
        .body(
            "days",
            contains(
                today().plusDays(7).toString(),
                today().plusDays(8).toString(),
                today().plusDays(9).toString()));

    assertThat(free(listing, 3)).containsExactly(4, 6, 6);
  }

  @Test
  void namesNoMoreDaysThanPeopleRead() {
    listing.known();
    bookPlaces(2, "day", today().plusDays(7), 60);

    lowered(Map.of("bookable_seats", 1)).statusCode(409).body("days", hasSize(31));
  }

  @Test
  void countsCabinsApartFromSeats() {
    listing.known();
    bookPlaces(2, "cabin", today().plusDays(7), 1);

    lowered(Map.of("total_cabins", 1))
        .statusCode(409)
        .body("booked_cabins", equalTo(2))
        .body("booked_seats", nullValue());
    lowered(Map.of("bookable_seats", 1, "total_cabins", 2)).statusCode(204);

    bookOne("cabin").then().statusCode(409);
    bookOne("day").then().statusCode(201);
    bookOne("day").then().statusCode(409);
  }

  @Test
  void looksAtNoDayThatIsOver() {
    listing.known();
    bookPlaces(6, "day", today(), 1);

    lowered(Map.of("bookable_seats", 5)).statusCode(409);
    clock.advance(Duration.ofDays(1));
    lowered(Map.of("bookable_seats", 5)).statusCode(204);
  }

  @Test
  void holdsBookingsBackBeforeTheEventComes() {
    listing.known();
    bookPlaces(6, "day", today().plusDays(7), 1);

    lowered(Map.of("bookable_seats", 6)).statusCode(204);

    bookOne("day").then().statusCode(409).body("code", equalTo("booking.no_capacity"));
    asCustomer(UUID.randomUUID())
        .body(dayBooking(listing))
        .post("/api/bookings/quote")
        .then()
        .body("available", equalTo(false));
    assertThat(free(listing, 2)).containsExactly(0, 6);
  }

  @Test
  void keepsPlacesThatComeBackUnderTheCeiling() {
    listing.known();
    UUID customer = UUID.randomUUID();
    String booking = booked(customer, dayBooking(listing));
    bookPlaces(5, "day", today().plusDays(7), 1);

    lowered(Map.of("bookable_seats", 6)).statusCode(204);
    asCustomer(customer).put("/api/bookings/{id}/cancel", booking).then().statusCode(200);

    assertThat(free(listing, 2)).containsExactly(1, 6);
  }

  @Test
  void endsWithALaterStateAndNotWithTheSameOne() {
    listing.known();
    bookPlaces(6, "day", today().plusDays(7), 1);
    lowered(Map.of("bookable_seats", 6)).statusCode(204);

    listing.known();
    assertThat(free(listing, 2)).containsExactly(0, 6);

    listing.later().withSeats(9).known();
    assertThat(free(listing, 2)).containsExactly(3, 9);
  }

  @Test
  void keepsTheLowerOfTwoCeilingsForOneState() {
    listing.known();

    lowered(Map.of("bookable_seats", 4)).statusCode(204);
    lowered(Map.of("bookable_seats", 8, "total_cabins", 2)).statusCode(204);

    assertThat(free(listing, 1)).containsExactly(4);
  }

  @Test
  void countsFromTheFirstBookingWhereNothingWasCounted() {
    listing.withSeats(null).known();
    bookPlaces(4, "day", today().plusDays(7), 1);

    lowered(Map.of("bookable_seats", 3)).statusCode(409);
    lowered(Map.of("bookable_seats", 5)).statusCode(204);

    assertThat(free(listing, 2)).containsExactly(1, 5);
  }

  @Test
  void givesUpWhenTheChangeHasNotCome() throws JsonProcessingException {
    listing.known();
    bookPlaces(6, "day", today().plusDays(7), 1);
    lowered(Map.of("bookable_seats", 6)).statusCode(204);
    Neighbours.answer(settled(), json.writeValueAsString(listing.state()));

    clock.advance(PATIENCE.minusMillis(1));
    endAbandonedCeilings.run();
    assertThat(free(listing, 2)).containsExactly(0, 6);

    clock.advance(Duration.ofMillis(1));
    endAbandonedCeilings.run();
    assertThat(free(listing, 2)).containsExactly(4, 10);
  }

  @Test
  void takesTheChangeOverWhenOnlyItsEventHasNotCome() throws JsonProcessingException {
    listing.known();
    bookPlaces(6, "day", today().plusDays(7), 1);
    lowered(Map.of("bookable_seats", 6)).statusCode(204);
    Neighbours.answer(settled(), json.writeValueAsString(listing.later().withSeats(7).state()));

    clock.advance(PATIENCE);
    endAbandonedCeilings.run();

    assertThat(free(listing, 2)).containsExactly(1, 7);
  }

  @Test
  void staysWhilePropertyServiceIsAway() {
    listing.known();
    lowered(Map.of("bookable_seats", 6)).statusCode(204);
    Neighbours.away(settled());

    clock.advance(PATIENCE.multipliedBy(100));
    endAbandonedCeilings.run();

    assertThat(Neighbours.calls(settled())).isEqualTo(1);
    clock.reset();
    assertThat(free(listing, 1)).containsExactly(6);
  }

  @Test
  void isForTheListingsOwnerAndAdmins() {
    listing.known();
    Map<String, Integer> six = Map.of("bookable_seats", 6);

    put(given().contentType("application/json"), six).statusCode(401);
    put(asCustomer(UUID.randomUUID()), six).statusCode(403);
    put(asOwner(UUID.randomUUID()), six).statusCode(404);
    assertThat(free(listing, 1)).containsExactly(10);
    put(asAdmin(), six).statusCode(204);
    assertThat(free(listing, 1)).containsExactly(6);
  }

  @Test
  void refusesNonsense() {
    listing.known();

    lowered(Map.of("bookable_seats", -1)).statusCode(400);
    lowered(Map.of("total_cabins", 100_001)).statusCode(400);
  }

  @Test
  void asksForTheStateThatIsBeingChanged() throws JsonProcessingException {
    listing.known();
    Neighbours.answer(source(), json.writeValueAsString(listing.later().withSeats(8).state()));

    lowered(Map.of("total_cabins", 1)).statusCode(204);

    assertThat(free(listing, 1)).containsExactly(8);
    listing.withVersion(1);
    lowered(Map.of("bookable_seats", 5)).statusCode(409).body("code", equalTo("conflict.stale"));
  }

  @Test
  void promisesNothingOfAStateThatItCannotLearn() {
    listing.known();
    Neighbours.away(source());
    listing.later();

    lowered(Map.of("bookable_seats", 5))
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("dependency.unavailable"));
    putNothing(
            asOwner(aListing().ownerId()),
            "/internal/listings/%s/ceiling".formatted(UUID.randomUUID()))
        .statusCode(404);
  }

  private void bookPlaces(int quantity, String type, LocalDate from, int days) {
    Map<String, Object> body = dayBooking(listing);
    body.put("booking_type", type);
    body.put("quantity", quantity);
    body.put("start_date", from.toString());
    body.put("end_date", from.plusDays(days).toString());
    booked(UUID.randomUUID(), body);
  }

  private Response bookOne(String type) {
    Map<String, Object> body = dayBooking(listing);
    body.put("booking_type", type);
    body.put("end_date", today().plusDays(8).toString());
    return book(UUID.randomUUID(), body);
  }

  private ValidatableResponse lowered(Map<String, Integer> numbers) {
    return put(asOwner(listing.ownerId()), numbers);
  }

  private ValidatableResponse put(RequestSpecification as, Map<String, Integer> numbers) {
    Map<String, Object> body = new HashMap<>(numbers);
    body.put("version", listing.state().version());
    return as.body(body).put("/internal/listings/{id}/ceiling", listing.id()).then();
  }

  private static ValidatableResponse putNothing(RequestSpecification as, String path) {
    return as.body(Map.of("version", 1)).put(path).then();
  }

  private String source() {
    return "/internal/listings/" + listing.id();
  }

  private String settled() {
    return source() + "?settled=true";
  }
}
