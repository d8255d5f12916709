package com.nanospace.property.listing.api;

import com.nanospace.kit.Refusal;
import com.nanospace.property.listing.Listings;
import com.nanospace.property.listing.messaging.ListingState;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Listings for the other services; the gateway never routes here. */
@Path("/internal/listings")
class InternalListingResource {

  private final Listings listings;

  InternalListingResource(Listings listings) {
    this.listings = listings;
  }

  /** The state as its latest event told it, for a consumer that has not seen that event yet. */
  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(hidden = true)
  public ListingState get(@RestPath UUID id) {
    return listings
        .findByIdOptional(id)
        .map(ListingState::of)
        .orElseThrow(() -> Refusal.notFound("Property"));
  }
}
