package com.nanospace.notification.booking;

import java.util.Objects;
import java.util.UUID;

/** Which state of a booking an event tells of; versions grow with each change. */
record BookingVersion(UUID bookingId, long version) {

  BookingVersion {
    Objects.requireNonNull(bookingId, "booking_id");
  }
}
