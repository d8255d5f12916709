package com.nanospace.booking.reservation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a booking would cost, and what stands in its way.
 *
 * @param price {@code null} when the listing does not offer the type
 * @param obstacles empty when the very same booking would be accepted now
 */
public record Quote(Stay stay, @Nullable Price price, List<Obstacle> obstacles) {

  /**
   * A reason why the booking would be refused.
   *
   * @param days the days without room; empty for other reasons
   */
  public record Obstacle(BookingError error, String sentence, List<LocalDate> days) {}
}
