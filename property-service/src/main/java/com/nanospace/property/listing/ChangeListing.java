package com.nanospace.property.listing;

import com.nanospace.kit.Refusal;
import com.nanospace.property.listing.messaging.ListingEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

/** Changes what an owner states of a space. */
@ApplicationScoped
public class ChangeListing {

  private final Listings listings;
  private final ListingEvents events;
  private final Clock clock;

  ChangeListing(Listings listings, ListingEvents events, Clock clock) {
    this.listings = listings;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Lets {@code change} derive the new details from the present ones, of which nobody else can
   * change any meanwhile.
   *
   * @throws Refusal {@code not_found}, {@code auth.forbidden}, {@code property.archived}
   */
  @Transactional
  public Listing change(UUID id, Viewer by, Function<Listing, ListingDetails> change) {
    Listing listing = listings.toChangeBy(by, id);
    listing.change(change.apply(listing), clock.instant()).ifPresent(events::publish);
    return listing;
  }
}
