package com.nanospace.booking.reservation.api;

import static com.nanospace.booking.BookingClient.asAdmin;
import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.asOwner;
import static com.nanospace.booking.BookingClient.booked;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.BookingClient.free;
import static com.nanospace.booking.ListingFixture.aListing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.booking.ListingFixture;
import com.nanospace.booking.TestClock;
import com.nanospace.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransitionsTest {

  private final ListingFixture listing = aListing().withSeats(5);
  private final UUID customer = UUID.randomUUID();
  private String id;

  @Inject TestClock clock;

  @BeforeEach
  void aPendingBooking() {
    listing.known();
    id = booked(customer, dayBooking(listing));
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void theOwnerConfirms() {
    asOwner(listing.ownerId())
        .put("/api/bookings/{id}/confirm", id)
        .then()
        .statusCode(200)
        .body("booking.status", equalTo("confirmed"))
        .body("booking.confirmed_at", notNullValue())
        .body("booking.hold_expires_at", nullValue());
    assertThat(free(listing, 1)).containsExactly(4);
  }

  @Test
  void confirmsOnlyWhatIsPending() {
    asOwner(listing.ownerId()).put("/api/bookings/{id}/confirm", id).then().statusCode(200);

    asOwner(listing.ownerId())
        .put("/api/bookings/{id}/confirm", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("booking.not_pending"));
  }

  @Test
  void theOwnerDeclinesWithAReason() {
    asOwner(listing.ownerId())
        .body(Map.of("reason", " Closed that week "))
        .put("/api/bookings/{id}/decline", id)
        .then()
        .statusCode(200)
        .body("booking.status", equalTo("cancelled"))
        .body("booking.cancelled_by", equalTo("owner"))
        .body("booking.cancellation_reason", equalTo("Closed that week"));
    assertThat(free(listing, 1)).containsExactly(5);
  }

  @Test
  void declinesNotWithoutAReason() {
    asOwner(listing.ownerId())
        .body(Map.of("reason", "  "))
        .put("/api/bookings/{id}/decline", id)
        .then()
        .statusCode(400)
        .body("errors.field", contains("reason"));
    asOwner(listing.ownerId()).put("/api/bookings/{id}/decline", id).then().statusCode(400);
  }

  @Test
  void theCustomerCancelsWithOrWithoutAReason() {
    String other = booked(customer, dayBooking(listing));

    asCustomer(customer)
        .put("/api/bookings/{id}/cancel", id)
        .then()
        .statusCode(200)
        .body("booking.status", equalTo("cancelled"))
        .body("booking.cancelled_by", equalTo("customer"))
        .body("booking.cancellation_reason", nullValue())
        .body("booking.cancelled_at", notNullValue());
    asCustomer(customer)
        .body(Map.of("reason", "Plans changed"))
        .put("/api/bookings/{id}/cancel", other)
        .then()
        .statusCode(200)
        .body("booking.cancellation_reason", equalTo("Plans changed"));
    assertThat(free(listing, 1)).containsExactly(5);
  }

  @Test
  void cancelsWithoutABodyOfAnyType() {
    plain().put("/api/bookings/{id}/cancel", id).then().statusCode(200);
    plain()
        .contentType("application/x-www-form-urlencoded")
        .put("/api/bookings/{id}/cancel", id)
        .then()
        .statusCode(200);
    plain()
        .contentType("text/plain")
        .body("Plans changed")
        .put("/api/bookings/{id}/cancel", id)
        .then()
        .statusCode(415);
  }

  @Test
  void confirmsWithoutABodyOfAnyType() {
    given()
        .auth()
        .oauth2(TestTokens.owner(listing.ownerId()))
        .put("/api/bookings/{id}/confirm", id)
        .then()
        .statusCode(200);
  }

  @Test
  void aSecondCancelChangesNothing() {
    asCustomer(customer).put("/api/bookings/{id}/cancel", id).then().statusCode(200);

    asOwner(listing.ownerId())
        .body(Map.of("reason", "Me too"))
        .put("/api/bookings/{id}/cancel", id)
        .then()
        .statusCode(200)
        .body("booking.cancelled_by", equalTo("customer"))
        .body("booking.cancellation_reason", nullValue());
    assertThat(free(listing, 1)).containsExactly(5);
  }

  @Test
  void nobodyCancelsWhatIsOver() {
    asOwner(listing.ownerId()).put("/api/bookings/{id}/confirm", id).then().statusCode(200);
    clock.advance(Duration.ofDays(8));

    asCustomer(customer)
        .put("/api/bookings/{id}/cancel", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("booking.already_over"));
  }

  @Test
  void nobodyConfirmsWhatHasLapsed() {
    clock.advance(Duration.ofDays(2));

    asOwner(listing.ownerId()).put("/api/bookings/{id}/confirm", id).then().statusCode(409);
  }

  @Test
  void anAdminMakesTheSameTransitions() {
    asAdmin()
        .body(Map.of("status", "Confirmed"))
        .put("/api/admin/bookings/{id}/status", id)
        .then()
        .statusCode(200)
        .body("booking.status", equalTo("confirmed"));
    asAdmin()
        .body(Map.of("status", "confirmed"))
        .put("/api/admin/bookings/{id}/status", id)
        .then()
        .statusCode(409);
    asAdmin()
        .body(Map.of("status", "cancelled", "reason", "Fraud"))
        .put("/api/admin/bookings/{id}/status", id)
        .then()
        .statusCode(200)
        .body("booking.cancelled_by", equalTo("admin"))
        .body("booking.cancellation_reason", equalTo("Fraud"));
  }

  @Test
  void noStatusLeadsBackToPending() {
    asAdmin()
        .body(Map.of("status", "pending"))
        .put("/api/admin/bookings/{id}/status", id)
        .then()
        .statusCode(400)
        .body("errors.field", contains("status"));
  }

  @Test
  void listsAreFilteredByStatus() {
    String confirmed = booked(customer, dayBooking(listing));
    asOwner(listing.ownerId()).put("/api/bookings/{id}/confirm", confirmed).then().statusCode(200);

    asCustomer(customer)
        .get("/api/bookings/my-bookings?status=Confirmed")
        .then()
        .statusCode(200)
        .body("bookings.id", contains(confirmed));
    asOwner(listing.ownerId())
        .get("/api/bookings/owner?status=pending")
        .then()
        .statusCode(200)
        .body("bookings.id", contains(id));
    asAdmin()
        .get("/api/admin/bookings?status=pending&per_page=100")
        .then()
        .statusCode(200)
        .body("bookings.id", hasItem(id));
    asAdmin()
        .get("/api/admin/bookings?status=lost")
        .then()
        .statusCode(400)
        .body("errors.field", contains("status"));
  }

  @Test
  void everythingIsCounted() {
    asAdmin()
        .get("/internal/stats")
        .then()
        .statusCode(200)
        .body("bookings.keySet()", contains("total", "pending", "confirmed", "cancelled"))
        .body("enquiries.keySet()", contains("total", "new", "contacted", "resolved", "closed"))
        .body("bookings.total", notNullValue());
  }

  private RequestSpecification plain() {
    return given().auth().oauth2(TestTokens.customer(customer));
  }
}
