package com.nanospace.booking.enquiry.messaging;

import com.nanospace.booking.enquiry.EnquiryEvent;
import com.nanospace.kit.outbox.NewEvent;
import com.nanospace.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Leaves what happens to enquiries in the outbox. */
@ApplicationScoped
class EnquiryEvents {

  private static final String TOPIC = "booking.enquiry.v1";

  private final Outbox outbox;

  EnquiryEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  void publish(@Observes EnquiryEvent event) {
    outbox.append(
        new NewEvent(
            TOPIC,
            event.enquiry().id().toString(),
            typeOf(event),
            EnquiryPayload.of(event.enquiry())));
  }

  private static String typeOf(EnquiryEvent event) {
    return switch (event) {
      case EnquiryEvent.Received received -> "com.nanospace.enquiry.received.v1";
      case EnquiryEvent.StatusChanged changed -> "com.nanospace.enquiry.status-changed.v1";
    };
  }
}
