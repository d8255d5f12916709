package com.nanospace.property.listing;

import com.nanospace.kit.Refusal;
import com.nanospace.property.listing.messaging.ListingEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Takes a listing off the platform for good. */
@ApplicationScoped
public class ArchiveListing {

  private final Listings listings;
  private final ListingEvents events;
  private final Clock clock;

  ArchiveListing(Listings listings, ListingEvents events, Clock clock) {
    this.listings = listings;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @throws Refusal {@code not_found}, also when it is archived already; {@code auth.forbidden}
   */
  @Transactional
  public void archive(UUID id, Viewer by) {
    Listing listing = listings.toChangeBy(by, id);
    if (listing.status() == ListingStatus.ARCHIVED) {
      throw Refusal.notFound("Property");
    }
    events.publish(listing.archive(clock.instant()));
  }

  /** All that an owner has on the platform. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void archiveAllOf(UUID owner) {
    listings.lockedOf(owner).forEach(listing -> events.publish(listing.archive(clock.instant())));
  }
}
