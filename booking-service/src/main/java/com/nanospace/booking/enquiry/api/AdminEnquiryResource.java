package com.nanospace.booking.enquiry.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import com.nanospace.booking.enquiry.DeleteEnquiry;
import com.nanospace.booking.enquiry.Enquiries;
import com.nanospace.booking.enquiry.EnquiryStatus;
import com.nanospace.booking.enquiry.MoveEnquiry;
import com.nanospace.kit.http.PageRequest;
import com.nanospace.kit.http.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** All enquiries, for admins. */
@Path("/api/admin/enquiries")
@RolesAllowed("admin")
@Tag(name = "Administration")
class AdminEnquiryResource {

  private final MoveEnquiry moveEnquiry;
  private final DeleteEnquiry deleteEnquiry;
  private final Enquiries enquiries;

  AdminEnquiryResource(MoveEnquiry moveEnquiry, DeleteEnquiry deleteEnquiry, Enquiries enquiries) {
    this.moveEnquiry = moveEnquiry;
    this.deleteEnquiry = deleteEnquiry;
    this.enquiries = enquiries;
  }

  @GET
  @Operation(operationId = "allEnquiries", summary = "Everybody's enquiries")
  @Parameter(in = QUERY, name = "status", description = "new, contacted, resolved or closed")
  @Parameter(in = QUERY, name = "page", description = "From 1")
  @Parameter(in = QUERY, name = "per_page", description = "1 to 100, 20 unless given")
  public EnquiryList all(@Context UriInfo uri) {
    Query query = Query.of(uri);
    @Nullable EnquiryStatus status =
        query.choice("status", EnquiryStatus.class, EnquiryStatus::word).orElse(null);
    PageRequest page = query.page();
    query.refuseIfInvalid();
    return EnquiryList.of(enquiries.everyones(status, page), page, EnquiryView::forAdmin);
  }

  @PUT
  @Path("/{id}/status")
  @Operation(operationId = "setEnquiryStatus", summary = "Take an enquiry further")
  public EnquiryReply setStatus(@RestPath UUID id, @NotNull @Valid EnquiryStatusRequest request) {
    return new EnquiryReply(
        "Enquiry updated",
        EnquiryView.forAdmin(moveEnquiry.move(id, request.next(), request.adminNotes())));
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "deleteEnquiry", summary = "Remove an enquiry for good")
  public Message delete(@RestPath UUID id) {
    deleteEnquiry.delete(id);
    return new Message("Enquiry deleted");
  }
}
