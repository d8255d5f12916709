package com.nanospace.booking;

import static io.restassured.RestAssured.given;

import com.nanospace.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What people do with bookings, over HTTP. */
public final class BookingClient {

  public static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  private BookingClient() {}

  public static LocalDate today() {
    return LocalDate.now(KOLKATA);
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
