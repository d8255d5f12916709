package com.nanospace.property.listing.messaging;

import com.nanospace.kit.outbox.NewEvent;
import com.nanospace.kit.outbox.Outbox;
import com.nanospace.property.listing.Listing;
import com.nanospace.property.listing.ListingEvent;
import com.nanospace.property.listing.Listings;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the suite what happens to listings: always with the full state as it is then. */
@ApplicationScoped
public class ListingEvents {

  public static final String TOPIC = "property.listing.v1";

  private final Outbox outbox;
  private final Listings listings;

  ListingEvents(Outbox outbox, Listings listings) {
    this.outbox = outbox;
    this.listings = listings;
  }

  /** To be called inside the transaction of the change. */
  public void publish(ListingEvent event) {
    listings.flush(); // which makes the version the new one
    Listing listing = event.listing();
    outbox.append(
        new NewEvent(TOPIC, listing.id().toString(), typeOf(event), ListingState.of(listing)));
  }

  private static String typeOf(ListingEvent event) {
    return switch (event) {
      case ListingEvent.Submitted e -> "com.nanospace.listing.submitted.v1";
      case ListingEvent.Approved e -> "com.nanospace.listing.approved.v1";
      case ListingEvent.Rejected e -> "com.nanospace.listing.rejected.v1";
      case ListingEvent.Changed e -> "com.nanospace.listing.changed.v1";
      case ListingEvent.Archived e -> "com.nanospace.listing.archived.v1";
    };
  }
}
