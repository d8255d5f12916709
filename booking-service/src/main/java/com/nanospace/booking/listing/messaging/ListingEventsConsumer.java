package com.nanospace.booking.listing.messaging;

import com.nanospace.booking.listing.ListingReplica;
import com.nanospace.booking.listing.ListingState;
import com.nanospace.kit.inbox.EventIntake;
import com.nanospace.kit.inbox.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the listing replica: every event of the topic carries the full state. */
@ApplicationScoped
class ListingEventsConsumer {

  private static final String TYPES = "com.nanospace.listing.";

  private final EventIntake intake;
  private final ListingReplica replica;

  ListingEventsConsumer(EventIntake intake, ListingReplica replica) {
    this.intake = intake;
    this.replica = replica;
  }

  @Incoming("listing-events")
  @Blocking
  void on(ConsumerRecord<String, byte[]> record) {
    intake.take("booking", record, this::apply);
  }

  private void apply(ReceivedEvent event) {
    if (event.type().startsWith(TYPES)) {
      replica.apply(event.as(ListingState.class));
    }
  }
}
