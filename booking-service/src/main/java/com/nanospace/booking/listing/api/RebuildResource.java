package com.nanospace.booking.listing.api;

import com.nanospace.booking.listing.RebuildListings;
import com.nanospace.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For operators; the gateway never routes here. */
@Path("/internal/listings/rebuild")
class RebuildResource {

  private final RebuildListings rebuild;
  private final Caller caller;

  RebuildResource(RebuildListings rebuild, Caller caller) {
    this.rebuild = rebuild;
    this.caller = caller;
  }

  @POST
  @RolesAllowed("admin")
  @Operation(hidden = true)
  public RebuildListings.Outcome rebuild() {
    return rebuild.run(caller.bearerToken());
  }
}
