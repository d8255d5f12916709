package com.nanospace.booking.reservation;

import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** The owner, or an admin, refuses a pending booking and says why. */
@ApplicationScoped
public class DeclineBooking {

  private final Bookings bookings;
  private final Transitions transitions;
  private final AdminTrail trail;
  private final Clock clock;

  DeclineBooking(Bookings bookings, Transitions transitions, AdminTrail trail, Clock clock) {
    this.bookings = bookings;
    this.transitions = transitions;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Declines.
   *
   * @throws Refusal {@code not_found}, {@code auth.forbidden}, {@code booking.not_pending}
   */
  @Transactional
  public Booking decline(UUID id, Actor actor, String reason) {
    Booking booking = bookings.visibleAndLocked(id, actor);
    Party by = actor.answering(booking);
    transitions.complete(booking.decline(by, reason, clock.instant()));
    trail.record(by, "booking.declined", booking, BookingStatus.PENDING, reason);
    return booking;
  }
}
