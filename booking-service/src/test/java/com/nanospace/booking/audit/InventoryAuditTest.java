package com.nanospace.booking.audit;

import static com.nanospace.booking.BookingClient.book;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.BookingClient.today;
import static com.nanospace.booking.ListingFixture.aListing;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.booking.ListingFixture;
import com.nanospace.testkit.AuditProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InventoryAuditTest {

  private final ListingFixture listing = aListing().withSeats(10).withCabins(2);

  @BeforeEach
  void seatsAndCabinsAreBooked() {
    listing.known();
    Map<String, Object> month = new HashMap<>(dayBooking(listing));
    month.put("booking_type", "month");
    Map<String, Object> cabin = new HashMap<>(dayBooking(listing));
    cabin.put("booking_type", "cabin");
    for (Map<String, Object> body : List.of(dayBooking(listing), month, cabin)) {
      book(UUID.randomUUID(), body).then().statusCode(201);
    }
  }

  @Test
  void findsNothingWrongInWhatWasBooked() {
    AuditProbe audit = AuditProbe.of("inventory");

    assertThat(audit.rows()).isGreaterThan(60);
    assertThat(audit.about(listing.id())).isEmpty();
  }

  @Test
  void findsADayWithMorePlacesTakenThanBooked() {
    tamper("update inventory set booked = booked + 1 where property_id = ? and day = ?", 7);

    assertThat(AuditProbe.of("inventory").about(listing.id()))
        .containsExactly(
            "Listing %s has 2 cabins booked on %s, and bookings of 1"
                .formatted(listing.id(), today().plusDays(7)),
            "Listing %s has 3 seats booked on %s, and bookings of 2"
                .formatted(listing.id(), today().plusDays(7)));
  }

  @Test
  void findsADayWithBookingsAndWithoutARow() {
    tamper("delete from inventory where property_id = ? and day = ? and kind = 'SEAT'", 8);

    assertThat(AuditProbe.of("inventory").about(listing.id()))
        .containsExactly(
            "Listing %s has no seat inventory on %s, and bookings of 1"
                .formatted(listing.id(), today().plusDays(8)));
  }

  @Test
  void findsPlacesThatNobodyBooked() {
    tamper(
        """
        insert into inventory (property_id, kind, day, capacity, booked)
        values (?, 'SEAT', ?, 10, 4)
        """,
        3);

    assertThat(AuditProbe.of("inventory").about(listing.id()))
        .containsExactly(
            "Listing %s has 4 seats booked on %s, and bookings of 0"
                .formatted(listing.id(), today().plusDays(3)));
  }

  @Test
  void findsADayThatIsOversold() {
    AuditProbe.tamper("alter table inventory drop constraint ck_inventory_not_oversold");
    tamper(
        """
        update inventory set capacity = 1
        where property_id = ? and day = ? and kind = 'SEAT'
        """,
        7);
    try {
      assertThat(AuditProbe.of("inventory").about(listing.id()))
          .containsExactly(
              "Listing %s has 2 seats booked on %s, and only 1 there are"
                  .formatted(listing.id(), today().plusDays(7)),
              "Listing %s has room for 1 seats on %s, and offers 10"
                  .formatted(listing.id(), today().plusDays(7)));
    } finally {
      tamper(
          """
          update inventory set capacity = 10
          where property_id = ? and day = ? and kind = 'SEAT'
          """,
          7);
      AuditProbe.tamper(
          """
          alter table inventory add constraint ck_inventory_not_oversold
            check (booked <= capacity)
          """);
    }
  }

  @Test
  void findsADayWithAnotherCapacityThanIsOffered() {
    tamper(
        """
        update inventory set capacity = null
        where property_id = ? and day = ? and kind = 'SEAT'
        """,
        8);

    assertThat(AuditProbe.of("inventory").about(listing.id()))
        .containsExactly(
            "Listing %s has room for any number of seats on %s, and offers 10"
                .formatted(listing.id(), today().plusDays(8)));
  }

  @Test
  void findsADayThatIsBookedBeyondTheOffer() {
    listing.later().withSeats(1).known();

    assertThat(AuditProbe.of("inventory").about(listing.id()))
        .containsExactly(
            "Listing %s has 2 seats booked on %s, and offers only 1"
                .formatted(listing.id(), today().plusDays(7)));
  }

  private void tamper(String sql, int daysAhead) {
    assertThat(AuditProbe.tamper(sql, listing.id(), today().plusDays(daysAhead))).isPositive();
  }
}
