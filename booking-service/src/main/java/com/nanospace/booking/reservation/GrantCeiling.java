package com.nanospace.booking.reservation;

import com.nanospace.booking.listing.Ceiling;
import com.nanospace.booking.listing.Ceilings;
import com.nanospace.booking.listing.Listing;
import com.nanospace.booking.listing.ListingApplied;
import com.nanospace.booking.listing.Listings;
import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Promises property-service that no day is booked beyond what an owner is about to offer. */
@ApplicationScoped
public class GrantCeiling {

  private final Listings listings;
  private final Inventory inventory;
  private final Ceilings ceilings;
  private final Clock clock;

  GrantCeiling(Listings listings, Inventory inventory, Ceilings ceilings, Clock clock) {
    this.listings = listings;
    this.inventory = inventory;
    this.ceilings = ceilings;
    this.clock = clock;
  }

  /**
   * Holds from now on, until a later state of the listing is known or its change has not come.
   *
   * @throws Refusal {@code not_found} to others than the owner and admins, {@code conflict.stale}
   *     when the listing is known in another version, {@code property.capacity_booked} with the
   *     {@code days} on which more is booked
   */
  @Transactional
  public void grant(Ceiling ceiling, Actor actor) {
    Listing listing = listings.heldAlone(ceiling.listingId());
    if (!actor.owns(listing)) {
      throw Refusal.notFound("Property");
    }
    if (listing.version() != ceiling.version()) {
      throw new Refusal(CommonError.STALE, "The property has changed meanwhile");
    }
    LocalDate today = listing.today(clock);
    List<BookedDay> above = inventory.bookedAbove(ceiling, today);
    if (!above.isEmpty()) {
      throw new BookedDays(above).refusal();
    }
    ceilings.put(ceiling, clock.instant());
    inventory.follow(new ListingApplied(listing.id(), today));
  }
}
