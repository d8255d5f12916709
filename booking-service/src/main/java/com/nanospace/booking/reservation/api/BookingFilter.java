package com.nanospace.booking.reservation.api;

import com.nanospace.booking.reservation.BookingStatus;
import com.nanospace.kit.http.PageRequest;
import com.nanospace.kit.http.Query;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Which bookings of a list are asked for. */
record BookingFilter(@Nullable BookingStatus status, PageRequest page) {

  static BookingFilter of(UriInfo uri) {
    Query query = Query.of(uri);
    BookingFilter filter =
        new BookingFilter(
            query.choice("status", BookingStatus.class, BookingStatus::word).orElse(null),
            query.page());
    query.refuseIfInvalid();
    return filter;
  }
}
