package com.nanospace.booking.reservation.api;

import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.book;
import static com.nanospace.booking.BookingClient.booked;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.BookingClient.today;
import static com.nanospace.booking.ListingFixture.aListing;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.booking.ListingFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BookingResourceTest {

  private final UUID customer = UUID.randomUUID();

  @Test
  void takesABookingAndHoldsItsPlaces() {
    ListingFixture listing = aListing().withSeats(10).known();
    Map<String, Object> body = dayBooking(listing);
    body.put("quantity", 3);
    body.put("end_date", today().plusDays(9).toString());

    book(customer, body)
        .then()
        .statusCode(201)
        .body("booking.id", notNullValue())
        .body("booking.customer_id", equalTo(customer.toString()))
        .body("booking.property_id", equalTo(listing.id().toString()))
        .body("booking.property_name", equalTo("Lakeside Coworking"))
        .body("booking.property_type", equalTo("coworking"))
        .body("booking.property_city", equalTo("Bengaluru"))
        .body("booking.booking_type", equalTo("day"))
        .body("booking.quantity", equalTo(3))
        .body("booking.start_date", equalTo(today().plusDays(7).toString()))
        .body("booking.end_date", equalTo(today().plusDays(9).toString()))
        .body("booking.total_amount", equalTo(3000.00f))
        .body("booking.currency", equalTo("INR"))
        .body("booking.status", equalTo("pending"))
        .body("booking.hold_expires_at", notNullValue())
        .body("booking.confirmed_at", nullValue());

    given()
        .queryParam("from", today().plusDays(6).toString())
        .queryParam("to", today().plusDays(10).toString())
        .get("/api/properties/{id}/availability", listing.id())
        .then()
        .statusCode(200)
        .body("days.available", contains(10, 7, 7, 10))
        .body("days.capacity", contains(10, 10, 10, 10));
  }

  @Test
  void listsWhatTheCallerBookedTheNewestFirst() {
    ListingFixture listing = aListing().known();
    String first = booked(customer, dayBooking(listing));
    String second = booked(customer, dayBooking(listing));
    booked(UUID.randomUUID(), dayBooking(listing));

    asCustomer(customer)
        .get("/api/bookings/my-bookings")
        .then()
        .statusCode(200)
        .body("bookings.id", contains(second, first))
        .body("total", equalTo(2))
        .body("page", equalTo(1))
        .body("per_page", equalTo(20))
        .body("pages", equalTo(1));
  }

  @Test
  void pagesItsLists() {
    ListingFixture listing = aListing().known();
    String first = booked(customer, dayBooking(listing));
    booked(customer, dayBooking(listing));
    booked(customer, dayBooking(listing));

    asCustomer(customer)
        .get("/api/bookings/my-bookings?page=2&per_page=2")
        .then()
        .body("bookings.id", contains(first))
        .body("total", equalTo(3))
        .body("page", equalTo(2))
        .body("per_page", equalTo(2))
        .body("pages", equalTo(2));
    asCustomer(customer)
        .get("/api/bookings/my-bookings?page=0&per_page=101")
        .then()
        .statusCode(400)
        .body("errors.field", contains("page", "per_page"));
  }
}
