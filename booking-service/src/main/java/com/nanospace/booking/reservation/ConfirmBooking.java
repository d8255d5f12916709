package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Listings;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** The owner, or an admin, accepts a pending booking. */
@ApplicationScoped
public class ConfirmBooking {

  private final Bookings bookings;
  private final Listings listings;
  private final Transitions transitions;
  private final AdminTrail trail;
  private final Clock clock;

  ConfirmBooking(
      Bookings bookings,
      Listings listings,
      Transitions transitions,
      AdminTrail trail,
      Clock clock) {
    this.bookings = bookings;
    this.listings = listings;
    this.transitions = transitions;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Confirms.
   *
   * @throws Refusal {@code not_found}, {@code auth.forbidden}, or why {@link Booking#confirm} can't
   */
  @Transactional
  public Booking confirm(UUID id, Actor actor) {
    Booking booking = bookings.visibleAndLocked(id, actor);
    Party by = actor.answering(booking);
    transitions.complete(
        booking.confirm(clock.instant(), listings.todayAt(booking.place().propertyId(), clock)));
    trail.record(by, "booking.confirmed", booking, BookingStatus.PENDING, null);
    return booking;
  }
}
