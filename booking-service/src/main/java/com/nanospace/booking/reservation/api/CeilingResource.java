package com.nanospace.booking.reservation.api;

import com.nanospace.booking.listing.FreshListings;
import com.nanospace.booking.reservation.Actor;
import com.nanospace.booking.reservation.GrantCeiling;
import com.nanospace.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** For property-service, in the name of the owner; the gateway never routes here. */
@Path("/internal/listings/{id}/ceiling")
class CeilingResource {

  private final FreshListings freshListings;
  private final GrantCeiling grantCeiling;
  private final Caller caller;

  CeilingResource(FreshListings freshListings, GrantCeiling grantCeiling, Caller caller) {
    this.freshListings = freshListings;
    this.grantCeiling = grantCeiling;
    this.caller = caller;
  }

  @PUT
  @RolesAllowed({"owner", "admin"})
  @Operation(hidden = true)
  public void put(@RestPath UUID id, @NotNull @Valid CeilingRequest request) {
    freshListings.makeSureOf(id, request.version());
    grantCeiling.grant(request.of(id), Actor.of(caller));
  }
}
