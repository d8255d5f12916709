package com.nanospace.property.listing;

import com.nanospace.kit.Refusal;
import com.nanospace.property.listing.messaging.ListingEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** An admin lets the public see a listing. */
@ApplicationScoped
public class ApproveListing {

  private final Listings listings;
  private final ListingDecisions decisions;
  private final ListingEvents events;
  private final Clock clock;

  ApproveListing(Listings listings, ListingDecisions decisions, ListingEvents events, Clock clock) {
    this.listings = listings;
    this.decisions = decisions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Records the decision, also when it changes nothing.
   *
   * @throws Refusal {@code not_found}, {@code property.archived}
   */
  @Transactional
  public Listing approve(UUID id, UUID admin) {
    Instant now = clock.instant();
    Listing listing = listings.toDecide(id);
    listing.approve(now).ifPresent(events::publish);
    decisions.persist(ListingDecision.approval(id, admin, now));
    return listing;
  }
}
