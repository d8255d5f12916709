package com.nanospace.booking.reservation;

import static com.nanospace.booking.BookingClient.asAdmin;
import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.asOwner;
import static com.nanospace.booking.BookingClient.booked;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.ListingFixture.aListing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nanospace.booking.ListingFixture;
import com.nanospace.testkit.TrailProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdminTrailTest {

  private final TrailProbe trail = new TrailProbe("booking");
  private final ListingFixture listing = aListing().known();

  @Test
  void tellsOfWhatAdminsDecideAndOfNothingElse() {
    String booking = booked(UUID.randomUUID(), dayBooking(listing));
    asOwner(listing.ownerId()).put("/api/bookings/{id}/confirm", booking).then().statusCode(200);

    asAdmin()
        .body(Map.of("status", "cancelled", "reason", "Double listing"))
        .put("/api/admin/bookings/{id}/status", booking)
        .then()
        .statusCode(200);

    // The first line about this booking: the owner's answer is none.
    JsonNode line = trail.await(booking);
    assertThat(line.path("action").asText()).isEqualTo("booking.cancelled");
    assertThat(line.path("actor_role").asText()).isEqualTo("admin");
    assertThat(line.at("/before/status").asText()).isEqualTo("confirmed");
    assertThat(line.at("/after/status").asText()).isEqualTo("cancelled");
    assertThat(line.at("/after/reason").asText()).isEqualTo("Double listing");
  }

  @Test
  void tellsOfEnquiriesThatAreMovedAndDeleted() {
    String moved = enquiry();
    String deleted = enquiry();

    asAdmin()
        .body(Map.of("status", "contacted", "admin_notes", "Called back"))
        .put("/api/admin/enquiries/{id}/status", moved)
        .then()
        .statusCode(200);
    asAdmin().delete("/api/admin/enquiries/{id}", deleted).then().statusCode(200);

    JsonNode line = trail.await(moved);
    assertThat(line.path("action").asText()).isEqualTo("enquiry.moved");
    assertThat(line.at("/after/status").asText()).isEqualTo("contacted");
    assertThat(line.toString()).doesNotContain("Called back");
    assertThat(trail.await(deleted).path("action").asText()).isEqualTo("enquiry.deleted");
  }

  private static String enquiry() {
    return asCustomer(UUID.randomUUID())
        .body(Map.of("name", "Asha Rao", "email", "asha@example.com"))
        .post("/api/enquiries")
        .then()
        .statusCode(201)
        .extract()
        .path("enquiry_id");
  }
}
