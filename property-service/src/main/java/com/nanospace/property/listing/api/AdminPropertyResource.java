package com.nanospace.property.listing.api;

import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.PageRequest;
import com.nanospace.kit.http.Query;
import com.nanospace.kit.security.Caller;
import com.nanospace.property.listing.ApproveListing;
import com.nanospace.property.listing.Listing;
import com.nanospace.property.listing.ListingDecisions;
import com.nanospace.property.listing.ListingStatus;
import com.nanospace.property.listing.Listings;
import com.nanospace.property.listing.RejectListing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Moderation: what waits, what was decided, and the decisions. */
@Path("/api/admin/properties")
@RolesAllowed("admin")
@Tag(name = "Admin: properties")
class AdminPropertyResource {

  private final Listings listings;
  private final ListingDecisions decisions;
  private final ApproveListing approveListing;
  private final RejectListing rejectListing;
  private final PropertyViews views;
  private final Caller caller;

  AdminPropertyResource(
      Listings listings,
      ListingDecisions decisions,
      ApproveListing approveListing,
      RejectListing rejectListing,
      PropertyViews views,
      Caller caller) {
    this.listings = listings;
    this.decisions = decisions;
    this.approveListing = approveListing;
    this.rejectListing = rejectListing;
    this.views = views;
    this.caller = caller;
  }

  @GET
  @Path("/pending")
  @Operation(operationId = "listPendingProperties", summary = "What waits, longest first")
  public PropertyPage pending(@Context UriInfo uri) {
    return in(ListingStatus.PENDING, uri);
  }

  @GET
  @Path("/approved")
  @Operation(operationId = "listApprovedProperties", summary = "What is public, latest first")
  public PropertyPage approved(@Context UriInfo uri) {
    return in(ListingStatus.APPROVED, uri);
  }

  @GET
  @Path("/rejected")
  @Operation(operationId = "listRejectedProperties", summary = "What was refused, latest first")
  public PropertyPage rejected(@Context UriInfo uri) {
    return in(ListingStatus.REJECTED, uri);
  }

  @PUT
  @Path("/{id}/approve")
  @Operation(operationId = "approveProperty", summary = "Let the public see a property")
  public PropertyReply approve(@RestPath UUID id) {
    return new PropertyReply(
        "Property approved", views.of(approveListing.approve(id, caller.id())));
  }

  @PUT
  @Path("/{id}/reject")
  @Operation(operationId = "rejectProperty", summary = "Keep a property from the public")
  public PropertyReply reject(@RestPath UUID id, @NotNull @Valid Rejection rejection) {
    return new PropertyReply(
        "Property rejected", views.of(rejectListing.reject(id, rejection.stripped(), caller.id())));
  }

  @GET
  @Path("/{id}/decisions")
  @Operation(
      operationId = "listPropertyDecisions",
      summary = "Who decided what about a property, when and why; latest first")
  public DecisionPage decisions(@RestPath UUID id, @Context UriInfo uri) {
    PageRequest page = Query.pageOf(uri);
    Listing listing = listings.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("Property"));
    return DecisionPage.of(decisions.about(listing.id(), page));
  }

  private PropertyPage in(ListingStatus status, UriInfo uri) {
    return views.of(listings.in(status, Query.pageOf(uri)));
  }

  /** Why a listing is kept from the public. */
  @Schema(name = "PropertyRejection")
  record Rejection(
      @Stated @Size(max = 1000, message = "must have at most 1000 characters")
          @Nullable String reason) {

    String stripped() {
      return reason == null ? "" : reason.strip();
    }
  }
}
