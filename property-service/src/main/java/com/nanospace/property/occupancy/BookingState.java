package com.nanospace.property.occupancy;

import java.time.LocalDate;
import java.util.UUID;

/** The part of a booking event that says what the booking takes of a listing. */
public record BookingState(
    UUID bookingId,
    long version,
    String status,
    UUID propertyId,
    String bookingType,
    int quantity,
    LocalDate startDate,
    LocalDate endDate) {

  /** A cancelled booking, for whatever reason, takes nothing. */
  boolean isHolding() {
    return status.equals("pending") || status.equals("confirmed");
  }

  String unit() {
    return bookingType.equals("cabin") ? "cabin" : "seat";
  }
}
