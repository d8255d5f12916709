package com.nanospace.booking.reservation.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import com.nanospace.booking.reservation.Actor;
import com.nanospace.booking.reservation.Booking;
import com.nanospace.booking.reservation.Bookings;
import com.nanospace.booking.reservation.CancelBooking;
import com.nanospace.booking.reservation.ConfirmBooking;
import com.nanospace.kit.security.Caller;
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

/** All bookings, for admins. */
@Path("/api/admin/bookings")
@RolesAllowed("admin")
@Tag(name = "Administration")
class AdminBookingResource {

  private final ConfirmBooking confirmBooking;
  private final CancelBooking cancelBooking;
  private final Bookings bookings;
  private final Caller caller;

  AdminBookingResource(
      ConfirmBooking confirmBooking,
      CancelBooking cancelBooking,
      Bookings bookings,
      Caller caller) {
    this.confirmBooking = confirmBooking;
    this.cancelBooking = cancelBooking;
    this.bookings = bookings;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "allBookings", summary = "Everybody's bookings")
  @Parameter(in = QUERY, name = "status", description = "pending, confirmed or cancelled")
  @Parameter(in = QUERY, name = "page", description = "From 1")
  @Parameter(in = QUERY, name = "per_page", description = "1 to 100, 20 unless given")
  public BookingList all(@Context UriInfo uri) {
    BookingFilter filter = BookingFilter.of(uri);
    return BookingList.of(bookings.everyones(filter.status(), filter.page()), filter.page());
  }

  @PUT
  @Path("/{id}/status")
  @Operation(operationId = "setBookingStatus", summary = "Confirm or cancel a booking")
  public BookingReply setStatus(@RestPath UUID id, @NotNull @Valid StatusRequest request) {
    Actor admin = Actor.of(caller);
    Booking booking =
        request.isConfirmation()
            ? confirmBooking.confirm(id, admin)
            : cancelBooking.cancel(id, admin, request.reason());
    return BookingReply.of("Booking " + booking.status().word(), booking);
  }
}
