package com.nanospace.booking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What front-end developers read. */
@QuarkusTest
class OpenApiTest {

  @Test
  void namesEveryPublicEndpoint() {
    document()
        .body("openapi", equalTo("3.1.0"))
        .body(
            "paths.keySet()",
            containsInAnyOrder(
                "/api/properties/{id}/availability",
                "/api/bookings",
                "/api/bookings/quote",
                "/api/bookings/my-bookings",
                "/api/bookings/owner",
                "/api/bookings/{id}",
                "/api/bookings/{id}/calendar.ics",
                "/api/bookings/{id}/cancel",
                "/api/bookings/{id}/confirm",
                "/api/bookings/{id}/decline",
                "/api/admin/bookings",
                "/api/admin/bookings/{id}/status",
                "/api/enquiries",
                "/api/enquiries/mine",
                "/api/enquiries/owner",
                "/api/admin/enquiries",
                "/api/admin/enquiries/{id}",
                "/api/admin/enquiries/{id}/status"));
  }

  @Test
  void describesBodiesAsTheyTravel() {
    document()
        .body("components.schemas.BookingRequest.properties", hasKey("booking_type"))
        .body("components.schemas.Booking.properties", hasKey("total_amount"))
        .body("components.schemas.Booking.properties", not(hasKey("totalAmount")))
        .body("paths.'/api/bookings'.post.responses", hasKey("201"))
        .body("paths.'/api/bookings/{id}/cancel'.put.operationId", equalTo("cancelBooking"))
        .body(
            "paths.'/api/bookings/{id}/calendar.ics'.get.responses.200.content",
            hasKey("text/calendar;charset=UTF-8"));
  }

  @Test
  void namesQueryParameters() {
    document()
        .body(
            "paths.'/api/properties/{id}/availability'.get.parameters.name",
            containsInAnyOrder("id", "from", "to", "kind"))
        .body(
            "paths.'/api/bookings/my-bookings'.get.parameters.name",
            containsInAnyOrder("status", "page", "per_page"));
  }

  @Test
  void saysNothingOfInternals() {
    document().body("paths.keySet()", everyItem(startsWith("/api/")));
  }

  private static ValidatableResponse document() {
    return given().get("/openapi?format=json").then().statusCode(200);
  }
}
