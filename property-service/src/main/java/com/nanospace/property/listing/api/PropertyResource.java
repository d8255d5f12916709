package com.nanospace.property.listing.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.PageRequest;
import com.nanospace.kit.http.Query;
import com.nanospace.kit.idempotency.IdempotentReplies;
import com.nanospace.kit.idempotency.Reply;
import com.nanospace.kit.security.Caller;
import com.nanospace.property.listing.ArchiveListing;
import com.nanospace.property.listing.ChangeListing;
import com.nanospace.property.listing.ListingDetails;
import com.nanospace.property.listing.Listings;
import com.nanospace.property.listing.SubmitListing;
import com.nanospace.property.listing.search.SearchCriteria;
import com.nanospace.property.listing.search.SearchListings;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Listings for the public and their owners. */
@Path("/api/properties")
@Tag(name = "Properties")
class PropertyResource {

  private final Listings listings;
  private final SearchListings searchListings;
  private final SubmitListing submitListing;
  private final ChangeListing changeListing;
  private final ArchiveListing archiveListing;
  private final PropertyViews views;
  private final ListingForms forms;
  private final IdempotentReplies replies;
  private final Caller caller;
  private final Viewers viewers;

  PropertyResource(
      Listings listings,
      SearchListings searchListings,
      SubmitListing submitListing,
      ChangeListing changeListing,
      ArchiveListing archiveListing,
      PropertyViews views,
      ListingForms forms,
      IdempotentReplies replies,
      Caller caller,
      Viewers viewers) {
    this.listings = listings;
    this.searchListings = searchListings;
    this.submitListing = submitListing;
    this.changeListing = changeListing;
    this.archiveListing = archiveListing;
    this.views = views;
    this.forms = forms;
    this.replies = replies;
    this.caller = caller;
    this.viewers = viewers;
  }

  @GET
  @PermitAll
  @Operation(operationId = "searchProperties", summary = "Find approved properties")
  @Parameter(in = QUERY, name = "type", description = "A type of space, in any usual spelling")
  @Parameter(in = QUERY, name = "city", description = "The whole name, without regard to case")
  @Parameter(in = QUERY, name = "area", description = "The whole name, without regard to case")
  @Parameter(
      in = QUERY,
      name = "q",
      description = "Words that all occur in name, city, area or description")
  @Parameter(in = QUERY, name = "min_price", description = "Of any of the prices")
  @Parameter(in = QUERY, name = "max_price", description = "Of the same price as min_price")
  @Parameter(
      in = QUERY,
      name = "amenities",
      description = "Separated by commas; the property has all of them")
  @Parameter(in = QUERY, name = "lat", description = "Latitude in degrees, with lng")
  @Parameter(in = QUERY, name = "lng", description = "Longitude in degrees, with lat")
  @Parameter(in = QUERY, name = "radius_km", description = "At most 500, around lat and lng")
  @Parameter(
      in = QUERY,
      name = "sort",
      description =
          "newest, price, -price (by the lowest price), distance (from lat and lng) or relevance;"
              + " without it relevance when there is a q, else newest")
  @Parameter(in = QUERY, name = "page", description = "From 1")
  @Parameter(in = QUERY, name = "per_page", description = "At most 100, 20 when absent")
  public PropertyPage search(@Context UriInfo uri) {
    Query query = Query.of(uri);
    PageRequest page = query.page();
    SearchCriteria criteria = new SearchRequest(query).criteria();
    query.refuseIfInvalid();
    return views.of(searchListings.search(criteria, page));
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(operationId = "getProperty", summary = "Read one property")
  public PropertyReply get(@RestPath UUID id) {
    return listings
        .visibleTo(viewers.current(), id)
        .map(listing -> new PropertyReply(null, views.of(listing)))
        .orElseThrow(() -> Refusal.notFound("Property"));
  }

  @GET
  @Path("/my-properties")
  @RolesAllowed({"owner", "admin"})
  @Operation(operationId = "listMyProperties", summary = "List your properties, with counts")
  public OwnersPage mine(@Context UriInfo uri) {
    PageRequest page = Query.pageOf(uri);
    return OwnersPage.of(views.of(listings.of(caller.id(), page)), listings.countsOf(caller.id()));
  }

  @POST
  @RolesAllowed({"owner", "admin"})
  @Operation(operationId = "createProperty", summary = "List a property")
  @APIResponse(
      responseCode = "201",
      description = "Waits for approval; what an admin creates is approved at once",
      content = @Content(schema = @Schema(implementation = PropertyReply.class)))
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ListingForm form) {
    ListingDetails details = ListingReading.detailsOf(form, 0);
    Reply reply =
        replies.replayOrRun(
            key,
            caller.id().toString(),
            "create-property",
            form,
            () ->
                Reply.created(
                    new PropertyReply(
                        "Property created",
                        views.of(
                            submitListing.submit(
                                caller.id(), viewers.current().isAdmin(), details)))));
    return Response.status(reply.status()).entity(reply.body()).build();
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({"owner", "admin"})
  @Operation(
      operationId = "updateProperty",
      summary = "Change a property",
      description =
          """
          Changes just the fields that are sent (JSON Merge Patch): null clears an optional field. \
          An approved property whose name, type, place, description or images change, and a \
          rejected one that changes at all, waits for approval again. Fewer seats or cabins than \
          are booked on a day to come are refused.""")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(
      responseCode = "409",
      description =
          """
          property.capacity_booked: days names the first 31 of them, booked_seats and \
          booked_cabins the most that is booked on one day; property.archived; conflict.stale""")
  @APIResponse(
      responseCode = "503",
      description = "dependency.unavailable: whether less can be offered is not known now")
  @RequestBody(content = @Content(schema = @Schema(implementation = ListingForm.class)))
  public PropertyReply update(@RestPath UUID id, @NotNull ObjectNode patch) {
    return new PropertyReply(
        "Property updated",
        views.of(
            changeListing.change(id, viewers.current(), listing -> forms.patched(listing, patch))));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({"owner", "admin"})
  @Operation(
      operationId = "deleteProperty",
      summary = "Archive a property",
      description = "It is gone from every list, and its unstarted bookings are cancelled.")
  public Message delete(@RestPath UUID id) {
    archiveListing.archive(id, viewers.current());
    return new Message("Property archived");
  }

  /** A sentence for people. */
  record Message(String message) {}
}
