package com.nanospace.booking.reservation.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import com.nanospace.booking.reservation.Actor;
import com.nanospace.booking.reservation.Bookings;
import com.nanospace.booking.reservation.ConfirmBooking;
import com.nanospace.booking.reservation.DeclineBooking;
import com.nanospace.kit.security.Caller;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** What owners do with the bookings of their properties. */
@Path("/api/bookings")
@Tag(name = "Bookings")
class OwnerBookingResource {

  private final ConfirmBooking confirmBooking;
  private final DeclineBooking declineBooking;
  private final Bookings bookings;
  private final Caller caller;

  OwnerBookingResource(
      ConfirmBooking confirmBooking,
      DeclineBooking declineBooking,
      Bookings bookings,
      Caller caller) {
    this.confirmBooking = confirmBooking;
    this.declineBooking = declineBooking;
    this.bookings = bookings;
    this.caller = caller;
  }

  @GET
  @Path("/owner")
  @RolesAllowed({"owner", "admin"})
  @Operation(operationId = "ownerBookings", summary = "Bookings of the caller's properties")
  @Parameter(in = QUERY, name = "status", description = "pending, confirmed or cancelled")
  @Parameter(in = QUERY, name = "page", description = "From 1")
  @Parameter(in = QUERY, name = "per_page", description = "1 to 100, 20 unless given")
  public BookingList ofMyProperties(@Context UriInfo uri) {
    BookingFilter filter = BookingFilter.of(uri);
    return BookingList.of(
        bookings.ofOwner(caller.id(), filter.status(), filter.page()), filter.page());
  }

  // The property's owner, or an admin: which one that is, only the booking knows.
  @PUT
  @Path("/{id}/confirm")
  @Authenticated
  @Operation(operationId = "confirmBooking", summary = "Accept a pending booking")
  public BookingReply confirm(@RestPath UUID id) {
    return BookingReply.of("Booking confirmed", confirmBooking.confirm(id, Actor.of(caller)));
  }

  @PUT
  @Path("/{id}/decline")
  @Authenticated
  @Operation(operationId = "declineBooking", summary = "Refuse a pending booking, with a reason")
  public BookingReply decline(@RestPath UUID id, @NotNull @Valid DeclineRequest request) {
    return BookingReply.of(
        "Booking declined", declineBooking.decline(id, Actor.of(caller), request.reason().strip()));
  }
}
