package com.nanospace.kit.json;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Reads a date where a date-time may stand as well; of that one the date part counts. */
public final class DatePart {

  /** Later ones can be written, but neither counted on from nor stored. */
  private static final int LAST_YEAR = 9_999;

  private DatePart() {}

  /**
   * Reads {@code 2026-12-01}, {@code 2026-12-01T10:00:00}, {@code …Z} or {@code …+05:30}.
   *
   * @throws DateTimeParseException when it is neither, or not of the years 1 to 9999
   */
  public static LocalDate parse(String text) {
    String trimmed = text.strip();
    LocalDate date =
        trimmed.length() > "2026-12-01".length()
            ? DateTimeFormatter.ISO_DATE_TIME.parse(trimmed.replace(' ', 'T'), LocalDate::from)
            : LocalDate.parse(trimmed);
    if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
      throw new DateTimeParseException("A year of four digits is needed", trimmed, 0);
    }
    return date;
  }
}
