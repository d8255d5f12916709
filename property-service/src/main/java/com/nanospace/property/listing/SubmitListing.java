package com.nanospace.property.listing;

import com.nanospace.kit.Ids;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.privacy.ErasedPeople;
import com.nanospace.property.listing.messaging.ListingEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Puts a new listing on the platform: up for approval, or approved at once when an admin does. */
@ApplicationScoped
public class SubmitListing {

  private final ErasedPeople erased;
  private final Listings listings;
  private final ListingDecisions decisions;
  private final ListingEvents events;
  private final Clock clock;

  SubmitListing(
      ErasedPeople erased,
      Listings listings,
      ListingDecisions decisions,
      ListingEvents events,
      Clock clock) {
    this.erased = erased;
    this.listings = listings;
    this.decisions = decisions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @throws Refusal {@code auth.required} when the owner's account was deleted
   */
  @Transactional
  public Listing submit(UUID owner, boolean byAdmin, ListingDetails details) {
    erased.refuseIfErased(owner);
    Instant now = clock.instant();
    Listing listing = Listing.submitted(Ids.next(), owner, details, now);
    ListingEvent event = new ListingEvent.Submitted(listing);
    if (byAdmin) {
      event = listing.approve(now).orElseThrow();
    }
    listings.persist(listing);
    if (byAdmin) {
      decisions.persist(ListingDecision.approval(listing.id(), owner, now));
    }
    events.publish(event);
    return listing;
  }
}
