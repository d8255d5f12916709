package com.nanospace.booking.reservation.api;

import static com.nanospace.booking.BookingClient.booked;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.ListingFixture.aListing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.booking.ListingFixture;
import com.nanospace.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may do what with one booking: each row is a person, each column an endpoint. */
@QuarkusTest
class VisibilityTest {

  private final ListingFixture listing = aListing().withSeats(null);
  private final UUID customer = UUID.randomUUID();

  @Test
  void theCustomerSeesAndCancelsButDoesNotAnswer() {
    expect(TestTokens.customer(customer), 200, 200, 403, 403, 200, 403);
  }

  @Test
  void thePropertysOwnerDoesEverythingButAdminister() {
    expect(TestTokens.owner(listing.ownerId()), 200, 200, 200, 200, 200, 403);
  }

  @Test
  void anAdminDoesEverything() {
    expect(TestTokens.admin(UUID.randomUUID()), 200, 200, 200, 200, 200, 200);
  }

  @Test
  void aStrangerLearnsNothing() {
    expect(TestTokens.customer(UUID.randomUUID()), 404, 404, 404, 404, 404, 403);
    expect(TestTokens.owner(UUID.randomUUID()), 404, 404, 404, 404, 404, 403);
  }

  @Test
  void nobodyIsAskedToSignIn() {
    expect(null, 401, 401, 401, 401, 401, 401);
  }

  @Test
  void listsAreForThoseWhoHaveThem() {
    assertThat(listStatus(null, "/api/bookings/my-bookings")).isEqualTo(401);
    assertThat(listStatus(TestTokens.customer(customer), "/api/bookings/owner")).isEqualTo(403);
    assertThat(listStatus(TestTokens.owner(customer), "/api/bookings/owner")).isEqualTo(200);
    assertThat(listStatus(TestTokens.admin(customer), "/api/bookings/owner")).isEqualTo(200);
    assertThat(listStatus(TestTokens.customer(customer), "/api/admin/bookings")).isEqualTo(403);
    assertThat(listStatus(TestTokens.owner(customer), "/api/admin/bookings")).isEqualTo(403);
    assertThat(listStatus(null, "/api/admin/bookings")).isEqualTo(401);
    assertThat(listStatus(TestTokens.admin(customer), "/api/admin/bookings")).isEqualTo(200);
    assertThat(listStatus(TestTokens.customer(customer), "/internal/stats")).isEqualTo(403);
    assertThat(listStatus(null, "/internal/stats")).isEqualTo(401);
  }

  private void expect(
      String token, int see, int calendar, int confirm, int decline, int cancel, int administer) {
    listing.known();
    Map<String, Object> body = dayBooking(listing);
    assertThat(as(token).get("/api/bookings/{id}", booked(customer, body)).statusCode())
        .as("see")
        .isEqualTo(see);
    assertThat(
            as(token).get("/api/bookings/{id}/calendar.ics", booked(customer, body)).statusCode())
        .as("calendar")
        .isEqualTo(calendar);
    assertThat(as(token).put("/api/bookings/{id}/confirm", booked(customer, body)).statusCode())
        .as("confirm")
        .isEqualTo(confirm);
    assertThat(
            as(token)
                .body(Map.of("reason", "Closed"))
                .put("/api/bookings/{id}/decline", booked(customer, body))
                .statusCode())
        .as("decline")
        .isEqualTo(decline);
    assertThat(as(token).put("/api/bookings/{id}/cancel", booked(customer, body)).statusCode())
        .as("cancel")
        .isEqualTo(cancel);
    assertThat(
            as(token)
                .body(Map.of("status", "confirmed"))
                .put("/api/admin/bookings/{id}/status", booked(customer, body))
                .statusCode())
        .as("administer")
        .isEqualTo(administer);
  }

  private static int listStatus(String token, String path) {
    return as(token).get(path).statusCode();
  }

  private static RequestSpecification as(String token) {
    RequestSpecification request = given().contentType(ContentType.JSON);
    return token == null ? request : request.auth().oauth2(token);
  }
}
