package com.nanospace.notification.listing;

import com.nanospace.kit.inbox.EventIntake;
import com.nanospace.kit.inbox.ReceivedEvent;
import com.nanospace.notification.delivery.Notify;
import com.nanospace.notification.delivery.Recipient;
import com.nanospace.notification.message.ListingFacts;
import com.nanospace.notification.message.Notice;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells owners what became of their listings. */
@ApplicationScoped
class ListingEventsConsumer {

  private final EventIntake intake;
  private final Notify notify;

  ListingEventsConsumer(EventIntake intake, Notify notify) {
    this.intake = intake;
    this.notify = notify;
  }

  @Incoming("listing-events")
  @Blocking
  void on(ConsumerRecord<String, byte[]> record) {
    intake.take("notification", record, this::apply);
  }

  private void apply(ReceivedEvent event) {
    switch (event.type()) {
      case "com.nanospace.listing.approved.v1" -> tellOwner(event, Notice.LISTING_APPROVED);
      case "com.nanospace.listing.rejected.v1" -> tellOwner(event, Notice.LISTING_REJECTED);
      default -> {}
    }
  }

  private void tellOwner(ReceivedEvent event, Notice notice) {
    Recipient owner = Recipient.person(event.as(ListingDecision.class).ownerId());
    notify.tell(event.id(), notice, owner, event.as(ListingFacts.class));
  }
}
