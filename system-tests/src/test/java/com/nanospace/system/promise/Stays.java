package com.nanospace.system.promise;

import com.nanospace.system.Listings;
import com.nanospace.system.Person;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A listing of ten seats that a test books, day by day. */
final class Stays {

  private final LocalDate first = LocalDate.now(ZoneId.of("Asia/Kolkata")).plusDays(1);

  final Person owner = Person.registeredAs("owner");
  final String property;

  Stays() {
    property = Listings.approved(owner, Person.admin());
  }

  /** The day that comes so many days after tomorrow. */
  LocalDate day(int number) {
    return first.plusDays(number);
  }

  /** A seat on that day. */
  Call booking(Person customer, int day) {
    return booking(customer, day, "");
  }

  Call booking(Person customer, int day, String notes) {
    Map<String, String> body = new HashMap<>();
    body.put("property_id", property);
    body.put("booking_type", "day");
    body.put("start_date", day(day).toString());
    body.put("notes", notes);
    return Call.post(customer, "/api/bookings", body);
  }

  /** What is free in the first thirty days that can be booked here, whatever day it is by then. */
  Call availability(Person customer) {
    return Call.get(
        customer,
        "/api/properties/%s/availability?from=%s&to=%s"
            .formatted(property, first, first.plusDays(30)));
  }

  /** Ids of all bookings of a person that carry these notes. */
  static List<String> withNotes(Person customer, String notes) {
    List<String> ids = new ArrayList<>();
    Call.get(customer, "/api/bookings/my-bookings?per_page=100")
        .send()
        .json()
        .get("bookings")
        .forEach(
            booking -> {
              if (booking.path("notes").asText().equals(notes)) {
                ids.add(booking.get("id").asText());
              }
            });
    return ids;
  }
}
