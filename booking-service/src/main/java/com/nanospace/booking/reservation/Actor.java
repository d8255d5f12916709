package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Listing;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.security.Caller;
import java.util.UUID;

/** A person who looks at bookings or changes them. */
public record Actor(UUID id, boolean isAdmin) {

  public static Actor of(Caller caller) {
    return new Actor(caller.id(), caller.hasRole("admin"));
  }

  /** In what role this person meets the booking; the nearest one counts. */
  Party partyTo(Booking booking) {
    if (booking.customerId().equals(id)) {
      return Party.CUSTOMER;
    }
    return booking.place().ownerId().equals(id) ? Party.OWNER : Party.ADMIN;
  }

  /**
   * In what role this person answers the booking.
   *
   * @throws Refusal {@code auth.forbidden} to the customer, who can't answer for the owner
   */
  Party answering(Booking booking) {
    if (booking.place().ownerId().equals(id)) {
      return Party.OWNER;
    }
    if (isAdmin) {
      return Party.ADMIN;
    }
    throw new Refusal(
        CommonError.AUTH_FORBIDDEN, "Only the property's owner can answer this booking");
  }

  /** Whether this person may decide about the listing itself. */
  boolean owns(Listing listing) {
    return isAdmin || listing.ownerId().equals(id);
  }

  boolean maySee(Booking booking) {
    return isAdmin || booking.customerId().equals(id) || booking.place().ownerId().equals(id);
  }
}
