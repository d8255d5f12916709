package com.nanospace.booking.reservation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.nanospace.booking.reservation.Booking;
import org.jspecify.annotations.Nullable;

/** One booking, and what has just become of it. */
record BookingReply(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String message, BookingView booking) {

  static BookingReply of(Booking booking) {
    return new BookingReply(null, BookingView.of(booking));
  }

  static BookingReply of(String message, Booking booking) {
    return new BookingReply(message, BookingView.of(booking));
  }
}
