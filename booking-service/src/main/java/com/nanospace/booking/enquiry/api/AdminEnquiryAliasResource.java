package com.nanospace.booking.enquiry.api;

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
import org.jboss.resteasy.reactive.RestPath;

/** The same as {@link AdminEnquiryResource} under the path that existing clients know. */
@Path("/api/enquiries/admin")
@RolesAllowed("admin")
class AdminEnquiryAliasResource {

  private final AdminEnquiryResource original;

  AdminEnquiryAliasResource(AdminEnquiryResource original) {
    this.original = original;
  }

  @GET
  @Operation(hidden = true)
  public EnquiryList all(@Context UriInfo uri) {
    return original.all(uri);
  }

  @PUT
  @Path("/{id}/status")
  @Operation(hidden = true)
  public EnquiryReply setStatus(@RestPath UUID id, @NotNull @Valid EnquiryStatusRequest request) {
    return original.setStatus(id, request);
  }

  @DELETE
  @Path("/{id}")
  @Operation(hidden = true)
  public Message delete(@RestPath UUID id) {
    return original.delete(id);
  }
}
