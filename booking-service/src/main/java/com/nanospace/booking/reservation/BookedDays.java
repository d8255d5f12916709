package com.nanospace.booking.reservation;

import com.nanospace.kit.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The days that keep a listing from offering less.
 *
 * @param days in ascending order, at least one
 */
record BookedDays(List<BookedDay> days) {

  /**
   * {@code property.capacity_booked} with the first 31 {@code days}, and with the highest number of
   * seats or cabins that is booked on any day: the lowest that the listing can offer now.
   */
  Refusal refusal() {
    Refusal refusal =
        new Refusal(CeilingError.CAPACITY_BOOKED, sentence())
            .with("days", dates().stream().limit(FullDays.MAX_NAMED).toList());
    most(SpaceKind.SEAT).ifPresent(seats -> refusal.with("booked_seats", seats));
    most(SpaceKind.CABIN).ifPresent(cabins -> refusal.with("booked_cabins", cabins));
    return refusal;
  }

  private String sentence() {
    BookedDay first = days.getFirst();
    String what =
        "%d %s%s %s booked on %s"
            .formatted(
                first.booked(),
                first.kind().word(),
                first.booked() == 1 ? "" : "s",
                first.booked() == 1 ? "is" : "are",
                first.date());
    int others = dates().size() - 1;
    return others == 0 ? what : "%s, too many on %d other days as well".formatted(what, others);
  }

  private List<LocalDate> dates() {
    return days.stream().map(BookedDay::date).distinct().toList();
  }

  private Optional<Integer> most(SpaceKind kind) {
    return days.stream()
        .filter(day -> day.kind() == kind)
        .map(BookedDay::booked)
        .max(Comparator.naturalOrder());
  }
}
