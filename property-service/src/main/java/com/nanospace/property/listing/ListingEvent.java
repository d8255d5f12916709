package com.nanospace.property.listing;

/** What happened to a listing. */
public sealed interface ListingEvent {

  /** The listing as it is now. */
  Listing listing();

  /** It waits for a decision. */
  record Submitted(Listing listing) implements ListingEvent {}

  record Approved(Listing listing) implements ListingEvent {}

  record Rejected(Listing listing) implements ListingEvent {}

  /** It changed and kept its status. */
  record Changed(Listing listing) implements ListingEvent {}

  record Archived(Listing listing) implements ListingEvent {}
}
