package com.nanospace.booking.reservation;

import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.book;
import static com.nanospace.booking.BookingClient.booked;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.BookingClient.free;
import static com.nanospace.booking.BookingClient.today;
import static com.nanospace.booking.ListingFixture.aListing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.nanospace.booking.ListingFixture;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InventoryTest {

  @Inject AgroalDataSource database;

  @Test
  void refusesTheEleventhSeatAndNamesTheDays() {
    ListingFixture listing = aListing().withSeats(10).known();
    Map<String, Object> tenSeats = dayBooking(listing);
    tenSeats.put("quantity", 10);
    booked(UUID.randomUUID(), tenSeats);
    Map<String, Object> threeDays = dayBooking(listing);
    threeDays.put("start_date", today().plusDays(6).toString());
    threeDays.put("end_date", today().plusDays(9).toString());

    book(UUID.randomUUID(), threeDays)
        .then()
        .statusCode(409)
        .body("code", equalTo("booking.no_capacity"))
        .body("days", contains(today().plusDays(7).toString()));
    assertThat(free(listing, 2)).containsExactly(0, 10);
  }

  @Test
  void namesNoMoreDaysThanPeopleRead() {
    ListingFixture listing = aListing().withSeats(1).known();
    Map<String, Object> body = dayBooking(listing);
    body.put("quantity", 2);
    body.put("end_date", today().plusDays(400).toString());

    book(UUID.randomUUID(), body).then().statusCode(409).body("days", hasSize(31));
  }

  @Test
  void takesTheLongestStay() {
    ListingFixture listing = aListing().withSeats(1).known();
    Map<String, Object> body = dayBooking(listing);
    body.put("booking_type", "month");
    body.put("end_date", today().plusDays(7).plusMonths(24).toString());

    booked(UUID.randomUUID(), body);

    book(UUID.randomUUID(), body).then().statusCode(409);
  }

  @Test
  void countsCabinsApartFromSeats() {
    ListingFixture listing = aListing().withSeats(1).withCabins(1).known();
    Map<String, Object> cabin = dayBooking(listing);
    cabin.put("booking_type", "cabin");

    booked(UUID.randomUUID(), cabin);
    booked(UUID.randomUUID(), dayBooking(listing));

    book(UUID.randomUUID(), cabin).then().statusCode(409);
    book(UUID.randomUUID(), dayBooking(listing)).then().statusCode(409);
  }

  @Test
  void boundsNothingWhereSeatsAreNotCounted() {
    ListingFixture listing = aListing().withSeats(null).known();
    Map<String, Object> body = dayBooking(listing);
    body.put("quantity", 10_000);

    booked(UUID.randomUUID(), body);
    booked(UUID.randomUUID(), body);

    assertThat(free(listing, 2)).containsExactly(null, null);
  }

  @Test
  void knowsWhatIsBookedWhenSeatsBeginToBeCounted() {
    ListingFixture listing = aListing().withSeats(null).known();
    Map<String, Object> four = dayBooking(listing);
    four.put("quantity", 4);
    booked(UUID.randomUUID(), four);

    listing.later().withSeats(6).known();

    assertThat(free(listing, 2)).containsExactly(2, 6);
  }

  @Test
  void keepsADayFullUntilBookingsEndWhenSeatsAreTakenAway() {
    ListingFixture listing = aListing().withSeats(10).known();
    UUID customer = UUID.randomUUID();
    String first = booked(customer, dayBooking(listing));
    Map<String, Object> three = dayBooking(listing);
    three.put("quantity", 3);
    booked(UUID.randomUUID(), three);

    listing.later().withSeats(3).known();

    assertThat(free(listing, 2)).containsExactly(0, 3);
    asCustomer(customer).put("/api/bookings/{id}/cancel", first).then().statusCode(200);
    assertThat(free(listing, 2)).containsExactly(0, 3);
    book(UUID.randomUUID(), dayBooking(listing)).then().statusCode(409);
  }

  @Test
  void letsNotEvenAHandWrittenStatementOversell() throws SQLException {
    ListingFixture listing = aListing().withSeats(2).known();
    booked(UUID.randomUUID(), dayBooking(listing));

    assertThat(update(listing, "capacity = 1")).isEqualTo(1);
    assertThatThrownBy(() -> update(listing, "booked = booked + 1"))
        .hasMessageContaining("ck_inventory_not_oversold");
    assertThatThrownBy(() -> update(listing, "booked = -1"))
        .hasMessageContaining("ck_inventory_not_negative");
    assertThatThrownBy(() -> update(listing, "capacity = 0"))
        .hasMessageContaining("ck_inventory_not_oversold");
  }

  private int update(ListingFixture listing, String change) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update inventory set %s where property_id = ?".formatted(change))) {
      statement.setObject(1, listing.id());
      return statement.executeUpdate();
    }
  }
}
