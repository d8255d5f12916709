package com.nanospace.property.listing;

import com.nanospace.kit.Refusal;
import com.nanospace.kit.trail.Trail;
import com.nanospace.property.listing.messaging.ListingEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An admin lets the public see a listing. */
@ApplicationScoped
public class ApproveListing {

  private final Listings listings;
  private final ListingDecisions decisions;
  private final ListingEvents events;
  private final Trail trail;
  private final Clock clock;

  ApproveListing(
      Listings listings,
      ListingDecisions decisions,
      ListingEvents events,
      Trail trail,
      Clock clock) {
    this.listings = listings;
    this.decisions = decisions;
    this.events = events;
    this.trail = trail;
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
    ListingStatus before = listing.status();
    listing.approve(now).ifPresent(events::publish);
    decisions.persist(ListingDecision.approval(id, admin, now));
    trail.record(
        "listing.approved",
        "listing",
        id,
        Map.of("status", before.wireName()),
        Map.of("status", listing.status().wireName()));
    return listing;
  }
}
