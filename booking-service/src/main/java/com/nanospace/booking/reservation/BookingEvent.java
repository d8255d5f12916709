package com.nanospace.booking.reservation;

/** What happened to a booking, inside the transaction in which it happened. */
public sealed interface BookingEvent {

  Booking booking();

  record Requested(Booking booking) implements BookingEvent {}

  record Confirmed(Booking booking) implements BookingEvent {}

  record Declined(Booking booking) implements BookingEvent {}

  record Cancelled(Booking booking) implements BookingEvent {}

  record Expired(Booking booking) implements BookingEvent {}
}
