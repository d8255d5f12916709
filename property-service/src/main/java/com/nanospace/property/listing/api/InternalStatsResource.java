package com.nanospace.property.listing.api;

import com.nanospace.property.listing.ListingCounts;
import com.nanospace.property.listing.Listings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** This service's part of the admin's figures; the gateway puts them together. */
@Path("/internal/stats")
class InternalStatsResource {

  private final Listings listings;

  InternalStatsResource(Listings listings) {
    this.listings = listings;
  }

  @GET
  @RolesAllowed("admin")
  @Operation(hidden = true)
  public Stats stats() {
    return new Stats(listings.counts());
  }

  /** Figures by aggregate. */
  record Stats(ListingCounts properties) {}
}
