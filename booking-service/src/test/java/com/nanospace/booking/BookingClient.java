package com.nanospace.booking;

import static io.restassured.RestAssured.given;

import com.nanospace.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people do with bookings, over HTTP. */
public final class BookingClient {

  private BookingClient() {}

  public static LocalDate today() {
    return TestClock.today();
  }

  /** A body for one day, a week from now. */
  public static Map<String, Object> dayBooking(ListingFixture listing) {
    Map<String, Object> body = new HashMap<>();
    body.put("property_id", listing.id().toString());
    body.put("booking_type", "day");
    body.put("start_date", today().plusDays(7).toString());
    return body;
  }

  public static Response book(UUID customer, Map<String, ?> body) {
    return asCustomer(customer).body(body).post("/api/bookings");
  }

  /** The free places of each day, from the one that {@link #dayBooking} books on. */
  public static List<Integer> free(ListingFixture listing, int days) {
    return given()
        .queryParam("from", today().plusDays(7).toString())
        .queryParam("to", today().plusDays(7 + days).toString())
        .get("/api/properties/{id}/availability", listing.id())
        .then()
        .statusCode(200)
        .extract()
        .path("days.available");
  }

  /** Books successfully; the id. */
  public static String booked(UUID customer, Map<String, ?> body) {
    return book(customer, body).then().statusCode(201).extract().path("booking.id");
  }

  public static RequestSpecification asCustomer(UUID id) {
    return as(TestTokens.customer(id));
  }

  public static RequestSpecification asOwner(UUID id) {
    return as(TestTokens.owner(id));
  }

  public static RequestSpecification asAdmin() {
    return as(TestTokens.admin(UUID.randomUUID()));
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }
}
