package com.nanospace.booking.reservation.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import com.nanospace.booking.listing.FreshListings;
import com.nanospace.booking.listing.Listing;
import com.nanospace.booking.listing.Listings;
import com.nanospace.booking.reservation.Availability;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How much of a listing is free. */
@Path("/api/properties/{id}/availability")
@Tag(name = "Bookings")
class AvailabilityResource {

  private final FreshListings freshListings;
  private final Listings listings;
  private final Availability availability;
  private final Clock clock;

  AvailabilityResource(
      FreshListings freshListings, Listings listings, Availability availability, Clock clock) {
    this.freshListings = freshListings;
    this.listings = listings;
    this.availability = availability;
    this.clock = clock;
  }

  @Schema(name = "Availability")
  record AvailabilityView(UUID propertyId, List<Availability.Day> days) {}

  @GET
  @PermitAll
  @Operation(
      operationId = "availability",
      summary = "Free places of each day in [from, to)",
      description = "At most 366 days. capacity and available are null where nothing is counted.")
  @Parameter(in = QUERY, name = "from", description = "The first day; today unless given")
  @Parameter(
      in = QUERY,
      name = "to",
      description = "The day after the last; 30 days on unless given")
  @Parameter(in = QUERY, name = "kind", description = "seat, unless cabin is asked for")
  public AvailabilityView days(@RestPath UUID id, @Context UriInfo uri) {
    freshListings.makeSureOf(id);
    Listing listing = listings.approved(id);
    AvailabilityQuery query = AvailabilityQuery.of(uri, listing.today(clock));
    return new AvailabilityView(
        id, availability.of(listing, query.kind(), query.from(), query.to()));
  }
}
