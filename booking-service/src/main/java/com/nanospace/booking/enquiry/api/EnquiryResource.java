package com.nanospace.booking.enquiry.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import com.nanospace.booking.enquiry.Enquiries;
import com.nanospace.booking.enquiry.ReceiveEnquiry;
import com.nanospace.booking.enquiry.ReceiveEnquiry.Asked;
import com.nanospace.booking.listing.FreshListings;
import com.nanospace.kit.http.PageRequest;
import com.nanospace.kit.http.Query;
import com.nanospace.kit.idempotency.IdempotentReplies;
import com.nanospace.kit.idempotency.Reply;
import com.nanospace.kit.security.Caller;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Asking, and reading what one asked or was asked. */
@Path("/api/enquiries")
@Tag(name = "Enquiries")
class EnquiryResource {

  private final FreshListings freshListings;
  private final IdempotentReplies replies;
  private final ReceiveEnquiry receiveEnquiry;
  private final Enquiries enquiries;
  private final Caller caller;

  EnquiryResource(
      FreshListings freshListings,
      IdempotentReplies replies,
      ReceiveEnquiry receiveEnquiry,
      Enquiries enquiries,
      Caller caller) {
    this.freshListings = freshListings;
    this.replies = replies;
    this.receiveEnquiry = receiveEnquiry;
    this.enquiries = enquiries;
    this.caller = caller;
  }

  @POST
  @PermitAll
  @Operation(operationId = "enquire", summary = "Ask about a property, or about space in general")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = EnquiryReceived.class)))
  public Response receive(
      @NotNull @Valid EnquiryRequest request,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam("X-Forwarded-For") @Nullable String forwardedFor) {
    Asked asked = request.by(caller.optionalId().orElse(null));
    if (asked.propertyId() != null) {
      freshListings.makeSureOf(asked.propertyId());
    }
    Reply reply =
        replies.replayOrRun(
            key,
            keyOwner(forwardedFor),
            "enquire",
            request,
            () ->
                Reply.created(
                    new EnquiryReceived(
                        "Thank you, we will be in touch", receiveEnquiry.receive(asked).id())));
    return Response.status(reply.status()).entity(reply.body()).build();
  }

  @GET
  @Path("/mine")
  @Authenticated
  @Operation(operationId = "myEnquiries", summary = "What the caller asked while signed in")
  @Parameter(in = QUERY, name = "page", description = "From 1")
  @Parameter(in = QUERY, name = "per_page", description = "1 to 100, 20 unless given")
  public EnquiryList mine(@Context UriInfo uri) {
    PageRequest page = Query.pageOf(uri);
    return EnquiryList.of(enquiries.askedBy(caller.id(), page), page, EnquiryView::of);
  }

  @GET
  @Path("/owner")
  @RolesAllowed({"owner", "admin"})
  @Operation(
      operationId = "ownerEnquiries",
      summary = "What was asked about the caller's properties")
  @Parameter(in = QUERY, name = "page", description = "From 1")
  @Parameter(in = QUERY, name = "per_page", description = "1 to 100, 20 unless given")
  public EnquiryList aboutMyProperties(@Context UriInfo uri) {
    PageRequest page = Query.pageOf(uri);
    return EnquiryList.of(enquiries.toOwner(caller.id(), page), page, EnquiryView::of);
  }

  /** Whose idempotency keys these are: an anonymous client's address stands for it. */
  private String keyOwner(@Nullable String forwardedFor) {
    return caller
        .optionalId()
        .map(Object::toString)
        .orElseGet(() -> ClientAddress.keyOwner(forwardedFor));
  }
}
