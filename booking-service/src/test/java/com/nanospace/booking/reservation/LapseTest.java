package com.nanospace.booking.reservation;

import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.asOwner;
import static com.nanospace.booking.BookingClient.booked;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.BookingClient.free;
import static com.nanospace.booking.BookingClient.today;
import static com.nanospace.booking.ListingFixture.aListing;
import static com.nanospace.booking.Race.race;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.nanospace.booking.ListingFixture;
import com.nanospace.booking.TestClock;
import com.nanospace.testkit.AuditProbe;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to bookings that nobody answers, and to those of listings that are gone. */
@QuarkusTest
class LapseTest {

  private static final Duration HOLD = Duration.ofDays(2);

  private final UUID customer = UUID.randomUUID();
  private final TopicProbe topic = new TopicProbe("booking.booking.v1");

  @Inject TestClock clock;
  @Inject ExpireHolds expireHolds;
  @Inject SettleArchivedListings settleArchivedListings;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void lapsesWhenNobodyAnswers() {
    ListingFixture listing = aListing().withSeats(1).known();
    String id = booked(customer, dayBooking(listing));

    clock.advance(HOLD.minusMillis(1));
    expireHolds.run();
    asCustomer(customer)
        .get("/api/bookings/{id}", id)
        .then()
        .body("booking.status", equalTo("pending"));

    clock.advance(Duration.ofMillis(1));
    expireHolds.run();
    asCustomer(customer)
        .get("/api/bookings/{id}", id)
        .then()
        .body("booking.status", equalTo("cancelled"))
        .body("booking.cancelled_by", equalTo("system"))
        .body("booking.cancellation_reason", equalTo("expired"));
    topic.await(id, "com.nanospace.booking.expired.v1");
    clock.reset();
    assertThat(free(listing, 1)).containsExactly(1);
  }

  @Test
  void keepsWhatIsConfirmed() {
    ListingFixture listing = aListing().known();
    String id = booked(customer, dayBooking(listing));
    asOwner(listing.ownerId()).put("/api/bookings/{id}/confirm", id).then().statusCode(200);

    clock.advance(HOLD);
    expireHolds.run();

    asCustomer(customer)
        .get("/api/bookings/{id}", id)
        .then()
        .body("booking.status", equalTo("confirmed"));
  }

  @Test
  void freesPlacesOnceWhenManyReplicasLookAtOnce() {
    ListingFixture listing = aListing().withSeats(40).known();
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      ids.add(booked(customer, dayBooking(listing)));
    }
    clock.advance(HOLD);

    race(
        10,
        n -> {
          if (n % 2 == 0) {
            expireHolds.run();
          } else {
            asCustomer(customer)
                .put("/api/bookings/{id}/cancel", ids.get(n))
                .then()
                .statusCode(200);
          }
          return n;
        });
    expireHolds.run();

    clock.reset();
    assertThat(free(listing, 1)).containsExactly(40);
  }

  @Test
  void cancelsWhatHasNotBegunWhenTheListingIsArchived() {
    ListingFixture listing = aListing().withSeats(10).known();
    Map<String, Object> startsToday = dayBooking(listing);
    startsToday.put("start_date", today().toString());
    String begun = booked(customer, startsToday);
    asOwner(listing.ownerId()).put("/api/bookings/{id}/confirm", begun).then().statusCode(200);
    String unanswered = booked(customer, startsToday);
    String pending = booked(customer, dayBooking(listing));
    String confirmed = booked(customer, dayBooking(listing));
    asOwner(listing.ownerId()).put("/api/bookings/{id}/confirm", confirmed).then().statusCode(200);

    listing.later().as("archived").known();
    settleArchivedListings.run();

    for (String id : List.of(unanswered, pending, confirmed)) {
      asCustomer(customer)
          .get("/api/bookings/{id}", id)
          .then()
          .body("booking.status", equalTo("cancelled"))
          .body("booking.cancelled_by", equalTo("system"))
          .body("booking.cancellation_reason", equalTo("The property is no longer offered"));
      topic.await(id, "com.nanospace.booking.cancelled.v1");
    }
    asCustomer(customer)
        .get("/api/bookings/{id}", begun)
        .then()
        .body("booking.status", equalTo("confirmed"));
  }

  @Test
  void cancelsTheOthersWhenOneCannotBe() {
    ListingFixture listing = aListing().withSeats(10).known();
    String stuck = booked(customer, dayBooking(listing));
    Map<String, Object> nextDay = dayBooking(listing);
    nextDay.put("start_date", today().plusDays(8).toString());
    String other = booked(customer, nextDay);
    AuditProbe.tamper(
        "update inventory set booked = 0 where property_id = ? and day = ?",
        listing.id(),
        today().plusDays(7));

    listing.later().as("archived").known();
    settleArchivedListings.run();

    assertThat(statusOf(stuck)).isEqualTo("pending");
    assertThat(statusOf(other)).isEqualTo("cancelled");

    AuditProbe.tamper(
        "update inventory set booked = 1 where property_id = ? and day = ?",
        listing.id(),
        today().plusDays(7));
    settleArchivedListings.run();
    assertThat(statusOf(stuck)).isEqualTo("cancelled");
  }

  @Test
  void takesUpWhatAnotherRunLeft() {
    ListingFixture listing = aListing().withSeats(null).known();
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < 130; n++) {
      ids.add(booked(customer, dayBooking(listing)));
    }
    listing.later().as("archived").known();

    race(
        4,
        n -> {
          settleArchivedListings.run();
          return n;
        });

    asCustomer(customer)
        .get("/api/bookings/my-bookings?status=cancelled")
        .then()
        .body("total", equalTo(ids.size()));
  }

  private String statusOf(String booking) {
    return asCustomer(customer).get("/api/bookings/{id}", booking).path("booking.status");
  }
}
