package com.nanospace.booking.reservation.api;

import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.booked;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.ListingFixture.aListing;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.booking.ListingFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CalendarFileTest {

  private final ListingFixture listing = aListing();
  private final UUID customer = UUID.randomUUID();

  @Test
  void isOneEventOfWholeDays() {
    String id = book("A quiet corner; by the window, please\nand \\ no BEGIN:VALARM");

    Response reply = file(id);

    assertThat(reply.contentType()).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
    assertThat(unfolded(reply))
        .containsExactly(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Nano Space//Bookings//EN",
            "BEGIN:VEVENT",
            "UID:%s@nanospace.com".formatted(id),
            "SEQUENCE:1",
            "DTSTAMP:20261122T062400Z",
            "CREATED:20261122T062400Z",
            "LAST-MODIFIED:20261122T062400Z",
            "DTSTART;VALUE=DATE:20261129",
            "DTEND;VALUE=DATE:20261130",
            "SUMMARY:Lakeside Coworking",
            "LOCATION:Bengaluru",
            "DESCRIPTION:1 × day\\nA quiet corner\\; by the window\\, please\\nand \\\\ no"
                + " BEGIN:VALARM",
            "STATUS:TENTATIVE",
            "END:VEVENT",
            "END:VCALENDAR");
  }

  @Test
  void foldsLinesAtSeventyFiveOctetsAndCutsNoCharacter() {
    String notes = "बेंगलुरु में एक शांत कोना 😀".repeat(20);
    String id = book(notes);

    Response reply = file(id);

    assertThat(text(reply).split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(unfolded(reply)).contains("DESCRIPTION:1 × day\\n" + notes);
  }

  @Test
  void replacesTheEventWhenTheBookingChanges() {
    String id = book("Soon gone");
    asCustomer(customer).put("/api/bookings/{id}/cancel", id).then().statusCode(200);

    assertThat(unfolded(file(id)))
        .contains("UID:%s@nanospace.com".formatted(id), "SEQUENCE:2", "STATUS:CANCELLED");
  }

  private String book(String notes) {
    Map<String, Object> body = dayBooking(listing.known());
    body.put("notes", notes);
    return booked(customer, body);
  }

  private Response file(String id) {
    return asCustomer(customer).get("/api/bookings/{id}/calendar.ics", id);
  }

  private static List<String> unfolded(Response reply) {
    String text = text(reply);
    assertThat(text).endsWith("\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    return List.of(text.replace("\r\n ", "").split("\r\n"));
  }

  private static String text(Response reply) {
    return new String(reply.asByteArray(), StandardCharsets.UTF_8);
  }
}
