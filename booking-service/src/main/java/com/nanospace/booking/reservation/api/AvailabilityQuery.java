package com.nanospace.booking.reservation.api;

import com.nanospace.booking.reservation.SpaceKind;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.Query;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Which days of which kind are asked for, {@code [from, to)}. */
record AvailabilityQuery(SpaceKind kind, LocalDate from, LocalDate to) {

  private static final int DEFAULT_DAYS = 30;
  private static final int MAX_DAYS = 366;

  /** As far as bookings can reach, on both sides. */
  private static final int MAX_MONTHS_AWAY = 48;

  static AvailabilityQuery of(UriInfo uri, LocalDate today) {
    Query query = Query.of(uri);
    SpaceKind kind = query.choice("kind", SpaceKind.class, SpaceKind::word).orElse(SpaceKind.SEAT);
    LocalDate from = query.date("from").orElse(today);
    LocalDate to = query.date("to").orElse(from.plusDays(DEFAULT_DAYS));
    query.refuseIfInvalid();
    if (from.isBefore(today.minusMonths(MAX_MONTHS_AWAY))
        || from.isAfter(today.plusMonths(MAX_MONTHS_AWAY))) {
      throw Refusal.invalid("from", "must be within %d months of today".formatted(MAX_MONTHS_AWAY));
    }
    if (!to.isAfter(from)) {
      throw Refusal.invalid("to", "must be after from");
    }
    if (ChronoUnit.DAYS.between(from, to) > MAX_DAYS) {
      throw Refusal.invalid("to", "must be at most %d days after from".formatted(MAX_DAYS));
    }
    return new AvailabilityQuery(kind, from, to);
  }
}
