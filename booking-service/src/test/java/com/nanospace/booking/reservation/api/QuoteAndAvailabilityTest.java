package com.nanospace.booking.reservation.api;

import static com.nanospace.booking.BookingClient.booked;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.BookingClient.free;
import static com.nanospace.booking.BookingClient.today;
import static com.nanospace.booking.ListingFixture.aListing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.booking.ListingFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuoteAndAvailabilityTest {

  @Test
  void quotesToAnybodyAndTakesNothing() {
    ListingFixture listing = aListing().withSeats(3).known();
    Map<String, Object> body = dayBooking(listing);
    body.put("quantity", 2);
    body.put("end_date", today().plusDays(10).toString());

    quote(body)
        .statusCode(200)
        .body("total_amount", equalTo(3000.00f))
        .body("currency", equalTo("INR"))
        .body("lines", hasSize(1))
        .body("lines[0].unit_price", equalTo(500.00f))
        .body("lines[0].quantity", equalTo(2))
        .body("lines[0].periods", equalTo(3))
        .body("lines[0].period", equalTo("day"))
        .body("lines[0].amount", equalTo(3000.00f))
        .body("available", equalTo(true))
        .body("reasons", empty());
    assertThat(free(listing, 1)).containsExactly(3);
  }

  @Test
  void saysWhichDaysAreFull() {
    ListingFixture listing = aListing().withSeats(1).known();
    booked(UUID.randomUUID(), dayBooking(listing));

    quote(dayBooking(listing))
        .statusCode(200)
        .body("total_amount", equalTo(500.00f))
        .body("available", equalTo(false))
        .body("reasons.code", contains("booking.no_capacity"))
        .body("reasons[0].days", contains(today().plusDays(7).toString()));
  }

  @Test
  void saysWhenTheTypeIsNotOffered() {
    quote(dayBooking(aListing().withPricePerDay(null).known()))
        .statusCode(200)
        .body("total_amount", nullValue())
        .body("lines", empty())
        .body("available", equalTo(false))
        .body("reasons.code", contains("booking.type_not_offered"));
  }

  @Test
  void saysWhenThePriceIsAnother() {
    Map<String, Object> body = dayBooking(aListing().known());
    body.put("total_amount", 1);

    quote(body)
        .statusCode(200)
        .body("total_amount", equalTo(500.00f))
        .body("available", equalTo(false))
        .body("reasons.code", contains("booking.price_changed"));
  }

  @Test
  void quotesOnlyWhatIsApproved() {
    quote(dayBooking(aListing())).statusCode(404).body("code", equalTo("not_found"));
    quote(dayBooking(aListing().as("pending").known())).statusCode(404);
    quote(dayBooking(aListing().as("archived").known())).statusCode(404);
  }

  @Test
  void showsThirtyDaysFromToday() {
    ListingFixture listing = aListing().known();

    availability(listing, "")
        .statusCode(200)
        .body("property_id", equalTo(listing.id().toString()))
        .body("days", hasSize(30))
        .body("days[0].date", equalTo(today().toString()))
        .body("days[0].capacity", equalTo(10))
        .body("days[0].available", equalTo(10));
  }

  @Test
  void showsCabinsWhenAskedFor() {
    ListingFixture listing = aListing().withCabins(2).known();
    Map<String, Object> body = dayBooking(listing);
    body.put("booking_type", "cabin");
    booked(UUID.randomUUID(), body);

    availability(listing, "?kind=cabin&from=%s&to=%s".formatted(day(6), day(8)))
        .statusCode(200)
        .body("days.available", contains(2, 1));
    availability(listing, "?kind=seat&from=%s&to=%s".formatted(day(6), day(8)))
        .body("days.available", contains(10, 10));
  }

  @Test
  void refusesRangesThatMakeNoSense() {
    ListingFixture listing = aListing().known();

    refused(listing, "?from=%s&to=%s".formatted(day(1), day(1)), "to");
    refused(listing, "?from=%s&to=%s".formatted(day(0), day(367)), "to");
    refused(listing, "?from=never", "from");
    refused(listing, "?to=9999999-01-01", "to");
    refused(listing, "?from=0001-01-01&to=0001-01-02", "from");
    refused(listing, "?from=9999-12-31", "from");
    refused(listing, "?kind=chair", "kind");
    availability(listing, "?from=%s&to=%s".formatted(day(0), day(366)))
        .statusCode(200)
        .body("days", hasSize(366));
  }

  @Test
  void showsOnlyWhatIsApproved() {
    availability(aListing(), "").statusCode(404);
    availability(aListing().as("rejected").known(), "").statusCode(404);
  }

  private static String day(int ahead) {
    return today().plusDays(ahead).toString();
  }

  private static void refused(ListingFixture listing, String query, String field) {
    availability(listing, query).statusCode(400).body("errors.field", contains(field));
  }

  private static ValidatableResponse availability(ListingFixture listing, String query) {
    return given().get("/api/properties/{id}/availability" + query, listing.id()).then();
  }

  private static ValidatableResponse quote(Map<String, Object> body) {
    return given().contentType(ContentType.JSON).body(body).post("/api/bookings/quote").then();
  }
}
