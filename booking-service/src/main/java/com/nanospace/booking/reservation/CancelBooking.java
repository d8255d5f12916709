package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Listings;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customer, the owner or an admin calls a booking off. */
@ApplicationScoped
public class CancelBooking {

  private final Bookings bookings;
  private final Listings listings;
  private final Transitions transitions;
  private final AdminTrail trail;
  private final Clock clock;

  CancelBooking(
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
   * Cancels; a cancelled booking stays as it is.
   *
   * @throws Refusal {@code not_found}, {@code booking.already_over}
   */
  @Transactional
  public Booking cancel(UUID id, Actor actor, @Nullable String reason) {
    Booking booking = bookings.visibleAndLocked(id, actor);
    if (!booking.isActive()) {
      return booking;
    }
    Party by = actor.partyTo(booking);
    BookingStatus before = booking.status();
    transitions.complete(
        booking.cancel(
            by, reason, clock.instant(), listings.todayAt(booking.place().propertyId(), clock)));
    trail.record(by, "booking.cancelled", booking, before, reason);
    return booking;
  }
}
