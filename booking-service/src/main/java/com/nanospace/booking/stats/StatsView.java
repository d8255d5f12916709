package com.nanospace.booking.stats;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many bookings and enquiries there are, by status. */
record StatsView(BookingCounts bookings, EnquiryCounts enquiries) {

  record BookingCounts(long total, long pending, long confirmed, long cancelled) {}

  record EnquiryCounts(
      long total, @JsonProperty("new") long unread, long contacted, long resolved, long closed) {}
}
