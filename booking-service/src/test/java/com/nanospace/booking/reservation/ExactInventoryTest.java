package com.nanospace.booking.reservation;

import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.book;
import static com.nanospace.booking.BookingClient.booked;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.BookingClient.free;
import static com.nanospace.booking.BookingClient.today;
import static com.nanospace.booking.ListingFixture.aListing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.nanospace.booking.ListingFixture;
import com.nanospace.testkit.AuditProbe;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At each commit as many places are booked as active bookings take, whoever writes the SQL. */
@QuarkusTest
class ExactInventoryTest {

  private static final String ANOTHER_BOOKING =
      """
      insert into booking
      select (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid()))).*
      from booking b where id = ':booking'""";

  private static final String ANOTHER_PLACE =
      "update inventory set booked = booked + 1 where property_id = ':listing'";

  private final UUID customer = UUID.randomUUID();
  private final ListingFixture listing = aListing().withSeats(5).withCabins(2);
  private String booking = "";

  @Inject AgroalDataSource database;

  /** Three days from a week from now on. */
  @BeforeEach
  void somebodyHasBooked() {
    Map<String, Object> body = dayBooking(listing.known());
    body.put("end_date", today().plusDays(10).toString());
    booking = booked(customer, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ANOTHER_BOOKING,
        "delete from booking where id = ':booking'",
        "update booking set quantity = 2 where id = ':booking'",
        "update booking set start_date = start_date + 1 where id = ':booking'",
        "update booking set end_date = end_date + 1 where id = ':booking'",
        "update booking set end_date = start_date + 731 where id = ':booking'",
        "update booking set booking_type = 'CABIN' where id = ':booking'",
        """
        update booking set status = 'CANCELLED', hold_expires_at = null, cancelled_at = now(),
          cancelled_by = 'ADMIN' where id = ':booking'""",
        ANOTHER_PLACE,
        "update inventory set booked = 0 where property_id = ':listing'",
        "update inventory set day = day + 100 where property_id = ':listing'",
        "update inventory set kind = 'CABIN' where property_id = ':listing'",
        "update inventory set booked = 2 where property_id = ':listing' and day = ':today'::date + 8",
        "delete from inventory where property_id = ':listing' and day = ':today'::date + 9",
        "insert into inventory values (':listing', 'SEAT', ':today'::date + 6, 5, 1)",
        "insert into inventory values (':listing', 'CABIN', ':today'::date + 7, 2, 1)",
      })
  void refusesWhatLeavesPlacesAndBookingsApart(String sql) {
    assertThatThrownBy(() -> run(sql)).hasMessageContaining("ck_inventory_exact");

    assertThat(free(listing, 4)).containsExactly(4, 4, 4, 5);
  }

  @Test
  void refusesItAlsoWhereNothingBoundsTheSeats() {
    listing.later().withSeats(null).known();

    assertThatThrownBy(() -> run(ANOTHER_BOOKING)).hasMessageContaining("ck_inventory_exact");
    assertThatThrownBy(() -> run(ANOTHER_PLACE)).hasMessageContaining("ck_inventory_exact");
  }

  @Test
  void refusesABookingThatIsLongerThanAnybodyLooksBack() {
    assertThatThrownBy(
            () -> run("update booking set end_date = start_date + 732 where id = ':booking'"))
        .hasMessageContaining("ck_booking_longest_stay");
  }

  @Test
  void acceptsWhatKeepsThemTogetherInWhateverOrder() throws SQLException {
    run(ANOTHER_BOOKING, ANOTHER_PLACE);
    run(ANOTHER_PLACE, "update booking set quantity = 2 where id = ':booking'");
    run("update booking set customer_name = 'Ravi' where id = ':booking'");
    run("insert into inventory values (':listing', 'SEAT', ':today'::date + 6, 5, 0)");

    assertThat(free(listing, 4)).containsExactly(2, 2, 2, 5);
  }

  /** Each sees of the other all or nothing, and nothing is what it sees of one under way. */
  @Test
  void refusesTwoThatAreRightOnlyTogether() throws SQLException {
    try (Connection one = database.getConnection();
        Connection other = database.getConnection()) {
      one.setAutoCommit(false);
      other.setAutoCommit(false);
      execute(one, ANOTHER_BOOKING);
      execute(other, ANOTHER_PLACE);

      assertThatThrownBy(one::commit).hasMessageContaining("ck_inventory_exact");
      assertThatThrownBy(other::commit).hasMessageContaining("ck_inventory_exact");
    }
  }

  /** Bookings on days between its own come and go while this one is under way. */
  @Test
  void refusesNobodyForWhatOthersDoMeanwhile() throws SQLException {
    try (Connection slow = database.getConnection()) {
      slow.setAutoCommit(false);
      execute(
          slow,
          """
          insert into inventory
          select ':listing', 'SEAT', ':today'::date + n, 5, 0 from (values (13), (17)) n (n)""");
      for (int day : new int[] {13, 17}) {
        execute(
            slow,
            """
            insert into booking
            select (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(),
              'start_date', ':today'::date + %1$d, 'end_date', ':today'::date + %1$d + 1))).*
            from booking b where id = ':booking'"""
                .formatted(day));
      }
      execute(
          slow,
          """
          update inventory set booked = 1
          where property_id = ':listing' and day in (':today'::date + 13, ':today'::date + 17)""");

      Map<String, Object> between = dayBooking(listing);
      between.put("start_date", today().plusDays(15).toString());
      booked(UUID.randomUUID(), between);
      asCustomer(customer).put("/api/bookings/{id}/cancel", booking).then().statusCode(200);

      assertThatCode(slow::commit).doesNotThrowAnyException();
    }
    assertThat(free(listing, 11)).containsExactly(5, 5, 5, 5, 5, 5, 4, 5, 4, 5, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update inventory set capacity = 50 where property_id = ':listing'",
        "update inventory set capacity = null where property_id = ':listing'",
      })
  void booksNoMoreThanTheListingOffersWhateverTheDaySays(String sql) throws SQLException {
    run(sql);
    Map<String, Object> all = dayBooking(listing);
    all.put("quantity", 5);

    book(customer, all).then().statusCode(409).body("code", equalTo("booking.no_capacity"));
    assertThatThrownBy(
            () ->
                run(
                    "update inventory set booked = 6 where property_id = ':listing'",
                    "update booking set quantity = 6 where id = ':booking'"))
        .hasMessageContaining("ck_inventory_within_offer");
    assertThatThrownBy(
            () ->
                run(
                    "insert into inventory values (':listing', 'SEAT', ':today'::date + 6, null, 6)"))
        .hasMessageContaining("ck_inventory_within_offer");
  }

  /** A listing that came to offer less than is booked all the same. */
  @Test
  void givesBackPlacesBeyondTheOffer() throws SQLException {
    run(
        "update inventory set booked = 5 where property_id = ':listing'",
        "update booking set quantity = 5 where id = ':booking'");
    listing.later().withSeats(2).known();

    run(
        "update inventory set booked = 4 where property_id = ':listing'",
        "update booking set quantity = 4 where id = ':booking'");
    assertThat(free(listing, 4)).containsExactly(1, 1, 1, 2);
    asCustomer(customer).put("/api/bookings/{id}/cancel", booking).then().statusCode(200);

    assertThat(free(listing, 4)).containsExactly(2, 2, 2, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncate inventory", "truncate booking"})
  void refusesToEmptyATable(String sql) {
    assertThatThrownBy(() -> run(sql)).hasMessageContaining("is not emptied");
  }

  @Test
  void looksAtNoTemporaryTableOfTheSameName() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("create temporary table booking on commit drop as table public.booking");
      execute(connection, ANOTHER_BOOKING.replace(" booking", " public.booking"));

      assertThatThrownBy(connection::commit).hasMessageContaining("ck_inventory_exact");
    }
  }

  @Test
  void losesNothingWhereTheNumbersHaveComeApart() throws SQLException {
    AuditProbe.tamper("update inventory set booked = 2 where property_id = ?", listing.id());

    book(customer, dayBooking(listing)).then().statusCode(500).body("code", equalTo("internal"));
    asCustomer(customer).put("/api/bookings/{id}/cancel", booking).then().statusCode(500);

    assertThat(free(listing, 1)).containsExactly(3);
    asCustomer(customer)
        .get("/api/bookings/{id}", booking)
        .then()
        .body("booking.status", equalTo("pending"));

    // What the owner changes meanwhile is taken over all the same.
    listing.later().withSeats(8).known();
    assertThat(free(listing, 1)).containsExactly(6);

    run("update inventory set booked = 1 where property_id = ':listing'");
    asCustomer(customer).put("/api/bookings/{id}/cancel", booking).then().statusCode(200);
    assertThat(free(listing, 1)).containsExactly(8);
  }

  private void run(String... statements) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        execute(connection, sql);
      }
      connection.commit();
    }
  }

  private void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  sql.replace(":listing", listing.id().toString())
                      .replace(":booking", booking)
                      .replace(":today", today().toString())))
          .isPositive();
    }
  }
}
