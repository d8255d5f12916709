package com.nanospace.booking.reservation.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import com.nanospace.booking.customer.AccountContacts;
import com.nanospace.booking.customer.Contact;
import com.nanospace.booking.listing.FreshListings;
import com.nanospace.booking.reservation.Actor;
import com.nanospace.booking.reservation.BookingOrder;
import com.nanospace.booking.reservation.Bookings;
import com.nanospace.booking.reservation.CancelBooking;
import com.nanospace.booking.reservation.PlaceBooking;
import com.nanospace.booking.reservation.QuoteBooking;
import com.nanospace.booking.reservation.Wish;
import com.nanospace.kit.idempotency.IdempotentReplies;
import com.nanospace.kit.idempotency.Reply;
import com.nanospace.kit.security.Caller;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What customers do with bookings. */
@Path("/api/bookings")
@Tag(name = "Bookings")
class BookingResource {

  private final FreshListings freshListings;
  private final AccountContacts contacts;
  private final IdempotentReplies replies;
  private final PlaceBooking placeBooking;
  private final QuoteBooking quoteBooking;
  private final CancelBooking cancelBooking;
  private final Bookings bookings;
  private final Caller caller;

  BookingResource(
      FreshListings freshListings,
      AccountContacts contacts,
      IdempotentReplies replies,
      PlaceBooking placeBooking,
      QuoteBooking quoteBooking,
      CancelBooking cancelBooking,
      Bookings bookings,
      Caller caller) {
    this.freshListings = freshListings;
    this.contacts = contacts;
    this.replies = replies;
    this.placeBooking = placeBooking;
    this.quoteBooking = quoteBooking;
    this.cancelBooking = cancelBooking;
    this.bookings = bookings;
    this.caller = caller;
  }

  @POST
  @Authenticated
  @Operation(
      operationId = "placeBooking",
      summary = "Ask for a stay and hold its places",
      description =
          "409 comes with one of these codes: booking.price_changed (and the right total_amount and"
              + " currency), booking.no_capacity (and the full days), booking.type_not_offered.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = BookingReply.class)))
  public Response place(
      @NotNull @Valid PlaceBookingRequest request,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    Wish wish = request.wish();
    Contact given = request.contact();
    freshListings.makeSureOf(wish.propertyId());
    Contact contact = given.isComplete() ? given : given.or(contacts.of(caller));
    BookingOrder order = new BookingOrder(caller.id(), contact, wish, request.notesGiven());
    Reply reply =
        replies.replayOrRun(
            key,
            caller.id().toString(),
            "place-booking",
            request,
            () -> Reply.created(BookingReply.of("Booking requested", placeBooking.place(order))));
    return Response.status(reply.status()).entity(reply.body()).build();
  }

  @POST
  @Path("/quote")
  @PermitAll
  @Operation(operationId = "quoteBooking", summary = "What a booking would cost, without booking")
  public QuoteView quote(@NotNull @Valid PlaceBookingRequest request) {
    Wish wish = request.wish();
    request.contact();
    freshListings.makeSureOf(wish.propertyId());
    return QuoteView.of(quoteBooking.quote(wish));
  }

  @GET
  @Path("/my-bookings")
  @Authenticated
  @Operation(operationId = "myBookings", summary = "The caller's own bookings")
  @Parameter(in = QUERY, name = "status", description = "pending, confirmed or cancelled")
  @Parameter(in = QUERY, name = "page", description = "From 1")
  @Parameter(in = QUERY, name = "per_page", description = "1 to 100, 20 unless given")
  public BookingList mine(@Context UriInfo uri) {
    BookingFilter filter = BookingFilter.of(uri);
    return BookingList.of(
        bookings.ofCustomer(caller.id(), filter.status(), filter.page()), filter.page());
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Operation(operationId = "booking", summary = "One booking, for those whom it concerns")
  public BookingReply one(@RestPath UUID id) {
    return BookingReply.of(bookings.visible(id, Actor.of(caller)));
  }

  @PUT
  @Path("/{id}/cancel")
  @Consumes(MediaType.APPLICATION_JSON)
  @Authenticated
  @Operation(operationId = "cancelBooking", summary = "Call a booking off; twice is harmless")
  public BookingReply cancel(@RestPath UUID id, @Valid @Nullable CancelRequest request) {
    return BookingReply.of(
        "Booking cancelled",
        cancelBooking.cancel(id, Actor.of(caller), CancelRequest.reasonOf(request)));
  }

  /** Clients that send no body name any type for it, or none. */
  @PUT
  @Path("/{id}/cancel")
  @Consumes(MediaType.WILDCARD)
  @Authenticated
  @Operation(hidden = true)
  public BookingReply cancelWithoutBody(@RestPath UUID id, @Nullable String body) {
    if (body != null && !body.isBlank()) {
      throw new NotSupportedException();
    }
    return cancel(id, null);
  }

  @GET
  @Path("/{id}/calendar.ics")
  @Produces(CalendarFile.MEDIA_TYPE)
  @Authenticated
  @Operation(operationId = "bookingCalendar", summary = "The booking as a calendar file (RFC 5545)")
  public Response calendar(@RestPath UUID id) {
    String file = CalendarFile.of(bookings.visible(id, Actor.of(caller)));
    return Response.ok(file)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"booking-%s.ics\"".formatted(id))
        .build();
  }
}
