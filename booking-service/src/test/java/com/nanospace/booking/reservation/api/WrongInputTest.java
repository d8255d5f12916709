package com.nanospace.booking.reservation.api;

import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.book;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.BookingClient.today;
import static com.nanospace.booking.ListingFixture.aListing;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.nanospace.booking.ListingFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong input of every field of a booking, which a quote refuses as well. */
@QuarkusTest
class WrongInputTest {

  private final UUID customer = UUID.randomUUID();

  static List<Arguments> wrongValues() {
    return List.of(
        wrong("property_id", null),
        wrong("property_id", "not-a-uuid"),
        wrong("property_id", 7),
        wrong("booking_type", null),
        wrong("booking_type", "week"),
        wrong("booking_type", ""),
        wrong("booking_type", 1),
        wrong("booking_type", List.of("day")),
        wrong("quantity", 0),
        wrong("quantity", -1),
        wrong("quantity", 10_001),
        wrong("quantity", 1.5),
        wrong("quantity", "many"),
        wrong("quantity", true),
        wrong("quantity", 99_999_999_999L),
        wrong("start_date", today().minusDays(1).toString()),
        wrong("start_date", today().plusMonths(24).plusDays(1).toString()),
        wrong("start_date", "tomorrow"),
        wrong("start_date", "2027-02-30"),
        wrong("start_date", "+999999999-12-31"),
        wrong("start_date", 20270101),
        wrong("end_date", today().plusDays(7).toString()),
        wrong("end_date", today().toString()),
        wrong("end_date", today().plusDays(8).plusMonths(24).toString()),
        wrong("end_date", "9999-12-31"),
        wrong("end_date", Map.of()),
        wrong("total_amount", -1),
        wrong("total_amount", 0.001),
        wrong("total_amount", "1e400000000"),
        wrong("total_amount", "1e2147483647"),
        wrong("total_amount", "cheap"),
        wrong("total_amount", false),
        wrong("customer_name", "n".repeat(101)),
        wrong("customer_name", "a\0b"),
        wrong("customer_name", 5),
        wrong("customer_email", "nobody"),
        wrong("customer_email", "a@" + "b".repeat(254)),
        wrong("customer_phone", "call me"),
        wrong("customer_phone", "12"),
        wrong("customer_phone", "9".repeat(41)),
        wrong("notes", "n".repeat(5001)),
        wrong("notes", Map.of("a", 1)));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void namesTheField(String field, Object value) {
    ListingFixture listing = aListing().known();
    Map<String, Object> body = dayBooking(listing);
    body.put(field, value);

    book(customer, body)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("request.invalid"))
        .body("errors.field", hasItem(field));
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/bookings/quote")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem(field));
  }

  @Test
  void acceptsWhatFormsSend() {
    ListingFixture listing = aListing().known();
    Map<String, Object> body = dayBooking(listing);
    body.put("booking_type", " Day ");
    body.put("quantity", "2");
    body.put("total_amount", "1000.0");
    body.put("start_date", today().plusDays(7) + "T10:00:00+05:30");
    body.put("end_date", "");
    body.put("customer_name", "");
    body.put("customer_email", "asha@example.com");
    body.put("customer_phone", "098765 43210");
    body.put("notes", "");
    body.put("unknown", Map.of("a", 1));

    book(customer, body)
        .then()
        .statusCode(201)
        .body("booking.quantity", equalTo(2))
        .body("booking.end_date", equalTo(today().plusDays(8).toString()))
        .body("booking.customer_email", equalTo("asha@example.com"))
        .body("booking.customer_phone", equalTo("+919876543210"))
        .body("booking.notes", equalTo(null));
  }

  @Test
  void refusesAPriceThatIsNoLongerTrue() {
    ListingFixture listing = aListing().withPricePerDay("450.50").known();
    Map<String, Object> body = dayBooking(listing);
    body.put("total_amount", 450);

    book(customer, body)
        .then()
        .statusCode(409)
        .body("code", equalTo("booking.price_changed"))
        .body("total_amount", equalTo(450.50f))
        .body("currency", equalTo("INR"));
  }

  @Test
  void refusesATypeWithoutAPrice() {
    ListingFixture listing = aListing().withPricePerDay(null).known();

    book(customer, dayBooking(listing))
        .then()
        .statusCode(409)
        .body("code", equalTo("booking.type_not_offered"));
  }

  @Test
  void startsTodayWhereThePropertyIs() {
    ListingFixture listing = aListing().in("Pacific/Kiritimati").known();
    Map<String, Object> body = dayBooking(listing);
    body.remove("start_date");

    book(customer, body)
        .then()
        .statusCode(201)
        .body("booking.start_date", equalTo(today().toString()));
    body.put("start_date", today().minusDays(1).toString());
    book(customer, body).then().statusCode(400);
    book(customer, dayBooking(aListing().in("Pacific/Pago_Pago").known())).then().statusCode(201);
  }

  @Test
  void refusesAnIdThatIsNone() {
    asCustomer(customer).get("/api/bookings/nonsense").then().statusCode(404);
    asCustomer(customer)
        .put("/api/bookings/{id}/cancel", UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("code", equalTo("not_found"));
  }

  @Test
  void refusesAnEmptyBody() {
    asCustomer(customer).post("/api/bookings").then().statusCode(400);
    asCustomer(customer).body("null").post("/api/bookings").then().statusCode(400);
    asCustomer(customer).body("[]").post("/api/bookings").then().statusCode(400);
    asCustomer(customer).body("{").post("/api/bookings").then().statusCode(400);
  }

  @Test
  void answersWithATrailingSlashToo() {
    ListingFixture listing = aListing().known();

    asCustomer(customer).body(dayBooking(listing)).post("/api/bookings/").then().statusCode(201);
    asCustomer(customer).get("/api/bookings/my-bookings/").then().statusCode(200);
  }

  private static Arguments wrong(String field, Object value) {
    return Arguments.of(field, value);
  }
}
