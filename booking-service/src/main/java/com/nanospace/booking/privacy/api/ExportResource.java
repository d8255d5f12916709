package com.nanospace.booking.privacy.api;

import com.nanospace.booking.enquiry.Enquiries;
import com.nanospace.booking.enquiry.api.EnquiryView;
import com.nanospace.booking.reservation.Bookings;
import com.nanospace.booking.reservation.api.BookingView;
import com.nanospace.kit.privacy.Exported;
import com.nanospace.kit.security.Caller;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** This service's part of what the suite holds about the caller; the gateway puts it together. */
@Path("/internal/export")
@Authenticated
class ExportResource {

  /** The part of the document that is this service's. */
  record Export(Exported<BookingView> bookings, Exported<EnquiryView> enquiries) {}

  private final Bookings bookings;
  private final Enquiries enquiries;
  private final Caller caller;

  ExportResource(Bookings bookings, Enquiries enquiries, Caller caller) {
    this.bookings = bookings;
    this.enquiries = enquiries;
    this.caller = caller;
  }

  @GET
  @Operation(hidden = true)
  public Export get() {
    Bookings.Page booked = bookings.ofCustomer(caller.id(), null, Exported.BOUND);
    Enquiries.Page asked = enquiries.askedBy(caller.id(), Exported.BOUND);
    return new Export(
        new Exported<>(booked.total(), booked.bookings().stream().map(BookingView::of).toList()),
        new Exported<>(asked.total(), asked.enquiries().stream().map(EnquiryView::of).toList()));
  }
}
