package com.nanospace.booking.reservation.api;

import com.nanospace.booking.reservation.Booking;
import com.nanospace.booking.reservation.BookingStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A booking as an iCalendar file with one all-day event (RFC 5545).
 *
 * <p>Its UID never changes and its SEQUENCE grows with the booking, so that importing it again
 * replaces the event.
 */
final class CalendarFile {

  static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

  private static final int MAX_OCTETS = 75;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder file = new StringBuilder();

  private CalendarFile() {}

  static String of(Booking booking) {
    return new CalendarFile()
        .line("BEGIN", "VCALENDAR")
        .line("VERSION", "2.0")
        .line("PRODID", "-//Nano Space//Bookings//EN")
        .line("BEGIN", "VEVENT")
        .line("UID", booking.id() + "@nanospace.com")
        .line("SEQUENCE", String.valueOf(booking.version()))
        .line("DTSTAMP", utc(booking.updatedAt()))
        .line("CREATED", utc(booking.createdAt()))
        .line("LAST-MODIFIED", utc(booking.updatedAt()))
        .line("DTSTART;VALUE=DATE", date(booking.stay().startDate()))
        .line("DTEND;VALUE=DATE", date(booking.stay().endDate()))
        .line("SUMMARY", escaped(booking.place().propertyName()))
        .line("LOCATION", escaped(booking.place().propertyCity()))
        .line("DESCRIPTION", escaped(description(booking)))
        .line("STATUS", status(booking.status()))
        .line("END", "VEVENT")
        .line("END", "VCALENDAR")
        .file
        .toString();
  }

  private static String description(Booking booking) {
    String what = "%d × %s".formatted(booking.quantity(), booking.type().word());
    return booking.notes().map(notes -> what + "\n" + notes).orElse(what);
  }

  private static String status(BookingStatus status) {
    return switch (status) {
      case PENDING -> "TENTATIVE";
      case CONFIRMED -> "CONFIRMED";
      case CANCELLED -> "CANCELLED";
    };
  }

  private static String date(LocalDate date) {
    return DATE.format(date);
  }

  private static String utc(Instant instant) {
    return UTC.format(instant);
  }

  /** §3.3.11. Other control characters are not allowed in a text at all. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\r\n|\r|\n", "\\\\n")
        .replaceAll("[\\p{Cntrl}&&[^\t]]", "");
  }

  /** §3.1: at most 75 octets a line, and no character is cut in two. */
  private CalendarFile line(String name, String value) {
    int octets = 0;
    for (int c : (name + ":" + value).codePoints().toArray()) {
      String character = Character.toString(c);
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > MAX_OCTETS) {
        file.append("\r\n ");
        octets = 1;
      }
      file.append(character);
      octets += size;
    }
    file.append("\r\n");
    return this;
  }
}
