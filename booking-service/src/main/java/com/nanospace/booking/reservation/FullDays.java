package com.nanospace.booking.reservation;

import com.nanospace.kit.Refusal;
import java.time.LocalDate;
import java.util.List;

/** The days that stand in the way of a stay. */
record FullDays(List<LocalDate> days) {

  static final int MAX_NAMED = 31;

  /** {@code booking.no_capacity} with the first 31 {@code days}. */
  Refusal refusal() {
    return new Refusal(BookingError.NO_CAPACITY, sentence()).with("days", named());
  }

  String sentence() {
    return days.size() == 1
        ? "There is not enough space on %s".formatted(days.getFirst())
        : "There is not enough space on %s and %d other days"
            .formatted(days.getFirst(), days.size() - 1);
  }

  List<LocalDate> named() {
    return days.stream().limit(MAX_NAMED).toList();
  }
}
