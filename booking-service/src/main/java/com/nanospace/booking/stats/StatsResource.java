package com.nanospace.booking.stats;

import com.nanospace.booking.enquiry.Enquiries;
import com.nanospace.booking.enquiry.EnquiryStatus;
import com.nanospace.booking.reservation.BookingStatus;
import com.nanospace.booking.reservation.Bookings;
import com.nanospace.booking.stats.StatsView.BookingCounts;
import com.nanospace.booking.stats.StatsView.EnquiryCounts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** This service's part of the admin's overview, for the gateway. */
@Path("/internal/stats")
class StatsResource {

  private final Bookings bookings;
  private final Enquiries enquiries;

  StatsResource(Bookings bookings, Enquiries enquiries) {
    this.bookings = bookings;
    this.enquiries = enquiries;
  }

  @GET
  @RolesAllowed("admin")
  @Operation(hidden = true)
  public StatsView stats() {
    Map<BookingStatus, Long> booked = bookings.countByStatus();
    Map<EnquiryStatus, Long> asked = enquiries.countByStatus();
    return new StatsView(
        new BookingCounts(
            total(booked),
            booked.getOrDefault(BookingStatus.PENDING, 0L),
            booked.getOrDefault(BookingStatus.CONFIRMED, 0L),
            booked.getOrDefault(BookingStatus.CANCELLED, 0L)),
        new EnquiryCounts(
            total(asked),
            asked.getOrDefault(EnquiryStatus.NEW, 0L),
            asked.getOrDefault(EnquiryStatus.CONTACTED, 0L),
            asked.getOrDefault(EnquiryStatus.RESOLVED, 0L),
            asked.getOrDefault(EnquiryStatus.CLOSED, 0L)));
  }

  private static long total(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
