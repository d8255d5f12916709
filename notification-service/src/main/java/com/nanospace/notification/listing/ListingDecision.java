package com.nanospace.notification.listing;

import java.util.Objects;
import java.util.UUID;

/** Whom a listing event concerns. */
record ListingDecision(UUID ownerId) {

  ListingDecision {
    Objects.requireNonNull(ownerId, "owner_id");
  }
}
