package com.nanospace.booking.reservation.api;

import com.nanospace.booking.reservation.Bookings;
import com.nanospace.kit.http.PageRequest;
import java.util.List;

/** One page of bookings, the newest first. */
record BookingList(List<BookingView> bookings, long total, int page, int perPage, int pages) {

  static BookingList of(Bookings.Page found, PageRequest page) {
    return new BookingList(
        found.bookings().stream().map(BookingView::of).toList(),
        found.total(),
        page.page(),
        page.perPage(),
        page.pagesOf(found.total()));
  }
}
