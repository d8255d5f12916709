package com.nanospace.booking.reservation.messaging;

import com.nanospace.booking.reservation.BookingEvent;
import com.nanospace.kit.outbox.NewEvent;
import com.nanospace.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Leaves what happens to bookings in the outbox. */
@ApplicationScoped
class BookingEvents {

  private static final String TOPIC = "booking.booking.v1";

  private final Outbox outbox;

  BookingEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  void publish(@Observes BookingEvent event) {
    outbox.append(
        new NewEvent(
            TOPIC,
            event.booking().id().toString(),
            typeOf(event),
            BookingPayload.of(event.booking())));
  }

  private static String typeOf(BookingEvent event) {
    return switch (event) {
      case BookingEvent.Requested requested -> "com.nanospace.booking.requested.v1";
      case BookingEvent.Confirmed confirmed -> "com.nanospace.booking.confirmed.v1";
      case BookingEvent.Declined declined -> "com.nanospace.booking.declined.v1";
      case BookingEvent.Cancelled cancelled -> "com.nanospace.booking.cancelled.v1";
      case BookingEvent.Expired expired -> "com.nanospace.booking.expired.v1";
    };
  }
}
