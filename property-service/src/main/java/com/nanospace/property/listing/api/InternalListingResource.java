package com.nanospace.property.listing.api;

import com.nanospace.kit.Refusal;
import com.nanospace.property.listing.Listings;
import com.nanospace.property.listing.messaging.ListingState;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Listings for the other services; the gateway never routes here. */
@Path("/internal/listings")
class InternalListingResource {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Listings listings;

  InternalListingResource(Listings listings) {
    this.listings = listings;
  }

  /**
   * A page of all listings, archived ones too, in the order of their ids: for a consumer that
   * builds its replica anew.
   *
   * @param after the last id of the page before; without it the first page
   * @param limit how many at most, 1 to 500
   */
  @GET
  @RolesAllowed("admin")
  @Operation(hidden = true)
  public ListingStates list(
      @RestQuery Optional<UUID> after,
      @RestQuery @DefaultValue("200") @Min(1) @Max(500) int limit) {
    return new ListingStates(
        listings.after(after.orElse(BEFORE_ALL), limit).stream().map(ListingState::of).toList());
  }

  /** An empty page comes after the last one. */
  record ListingStates(List<ListingState> listings) {}

  /**
   * The state as its latest event told it, for a consumer that has not seen that event yet.
   *
   * @param settled whether to wait for changes that are under way, so that no older one follows
   */
  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(hidden = true)
  public ListingState get(@RestPath UUID id, @RestQuery @DefaultValue("false") boolean settled) {
    return (settled ? listings.settled(id) : listings.findByIdOptional(id))
        .map(ListingState::of)
        .orElseThrow(() -> Refusal.notFound("Property"));
  }
}
