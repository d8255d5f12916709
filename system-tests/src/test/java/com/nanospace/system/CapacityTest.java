package com.nanospace.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Offering less than before, while bookings are there. */
@ExtendWith(RunningSuite.class)
class CapacityTest {

  private final LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Kolkata")).plusDays(1);

  @Test
  void seatsThatAreBookedCannotBeTakenAway() {
    Person owner = Person.registeredAs("owner");
    Person customer = Person.registeredAs("customer");
    String id = Listings.approved(owner, Person.admin());
    book(customer, id, 6).statusCode(201);

    offer(owner, id, 5)
        .statusCode(409)
        .body("code", equalTo("property.capacity_booked"))
        .body("days", contains(tomorrow.toString()))
        .body("booked_seats", equalTo(6));
    owner.asks().get("/api/properties/{id}", id).then().body("property.total_seats", equalTo(10));

    offer(owner, id, 6).statusCode(200).body("property.total_seats", equalTo(6));
    book(customer, id, 1)
        .statusCode(409)
        .body("code", equalTo("booking.no_capacity"))
        .body("days", contains(tomorrow.toString()));
  }

  private ValidatableResponse book(Person customer, String id, int quantity) {
    return customer
        .asks()
        .body(
            Map.of(
                "property_id",
                id,
                "booking_type",
                "day",
                "quantity",
                quantity,
                "start_date",
                tomorrow.toString()))
        .post("/api/bookings")
        .then();
  }

  private static ValidatableResponse offer(Person owner, String id, int seats) {
    return owner.asks().body(Map.of("total_seats", seats)).put("/api/properties/{id}", id).then();
  }
}
