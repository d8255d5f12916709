package com.nanospace.property.occupancy.messaging;

import com.nanospace.kit.inbox.EventIntake;
import com.nanospace.kit.inbox.ReceivedEvent;
import com.nanospace.property.occupancy.BookingState;
import com.nanospace.property.occupancy.RecordOccupancy;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the bookings of all listings. */
@ApplicationScoped
class BookingEventsConsumer {

  private final EventIntake intake;
  private final RecordOccupancy occupancy;

  BookingEventsConsumer(EventIntake intake, RecordOccupancy occupancy) {
    this.intake = intake;
    this.occupancy = occupancy;
  }

  @Incoming("booking-events")
  @Blocking
  void on(ConsumerRecord<String, byte[]> record) {
    intake.take("occupancy", record, this::apply);
  }

  private void apply(ReceivedEvent event) {
    switch (event.type()) {
      case "com.nanospace.booking.requested.v1",
          "com.nanospace.booking.confirmed.v1",
          "com.nanospace.booking.declined.v1",
          "com.nanospace.booking.cancelled.v1",
          "com.nanospace.booking.expired.v1" ->
          occupancy.record(event.as(BookingState.class));
      default -> {
        // A newer kind of event than this service knows of.
      }
    }
  }
}
