package com.nanospace.booking.reservation;

import com.nanospace.kit.Refusal;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The days of a booking, {@code [startDate, endDate)}: the end is the day of leaving.
 *
 * @param endDate after the start
 */
@Embeddable
public record Stay(LocalDate startDate, LocalDate endDate) {

  private static final int MAX_MONTHS = 24;
  private static final int MAX_MONTHS_AHEAD = 24;

  public Stay {
    if (!endDate.isAfter(startDate)) {
      throw new IllegalArgumentException("A stay has at least one day");
    }
  }

  /**
   * The stay that is asked for: from today unless said otherwise, and for one day or one month.
   *
   * @param today where the listing is
   * @throws Refusal {@code request.invalid} when it lies in the past, too far ahead, or is longer
   *     than 24 months
   */
  public static Stay asked(
      BookingType type,
      @Nullable LocalDate startDate,
      @Nullable LocalDate endDate,
      LocalDate today) {
    LocalDate start = startDate == null ? today : startDate;
    if (start.isBefore(today)) {
      throw Refusal.invalid("start_date", "must not be in the past");
    }
    if (start.isAfter(today.plusMonths(MAX_MONTHS_AHEAD))) {
      throw Refusal.invalid(
          "start_date", "must be at most %d months ahead".formatted(MAX_MONTHS_AHEAD));
    }
    LocalDate shortestEnd = type.isByDay() ? start.plusDays(1) : start.plusMonths(1);
    LocalDate end = endDate == null ? shortestEnd : endDate;
    if (!end.isAfter(start)) {
      throw Refusal.invalid("end_date", "must be after start_date");
    }
    if (end.isAfter(start.plusMonths(MAX_MONTHS))) {
      throw Refusal.invalid(
          "end_date", "must be at most %d months after start_date".formatted(MAX_MONTHS));
    }
    return new Stay(start, end);
  }

  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(startDate, endDate));
  }

  /**
   * The smallest number of months, counted from the start, that reaches the end. The n-th month
   * ends on the start's day of the month, or on that month's last day where there is no such day:
   * from 31 January the first one ends on 28 February and the second one on 31 March.
   */
  public int months() {
    int whole = Math.toIntExact(ChronoUnit.MONTHS.between(startDate, endDate));
    return startDate.plusMonths(whole).isBefore(endDate) ? whole + 1 : whole;
  }

  /** Whether the last day has passed. */
  public boolean isOver(LocalDate today) {
    return !endDate.isAfter(today);
  }

  public boolean hasBegun(LocalDate today) {
    return !startDate.isAfter(today);
  }
}
