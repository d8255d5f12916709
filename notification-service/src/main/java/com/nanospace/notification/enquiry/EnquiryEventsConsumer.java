package com.nanospace.notification.enquiry;

import com.nanospace.kit.inbox.EventIntake;
import com.nanospace.kit.inbox.ReceivedEvent;
import com.nanospace.kit.privacy.ErasedPeople;
import com.nanospace.notification.NotificationConfig;
import com.nanospace.notification.delivery.Notify;
import com.nanospace.notification.delivery.Recipient;
import com.nanospace.notification.message.EnquiryFacts;
import com.nanospace.notification.message.Notice;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Acknowledges enquiries, and passes them on to the owner or else to the desk. */
@ApplicationScoped
class EnquiryEventsConsumer {

  private static final String RECEIVED = "com.nanospace.enquiry.received.v1";

  private final EventIntake intake;
  private final ErasedPeople erased;
  private final Notify notify;
  private final NotificationConfig config;

  EnquiryEventsConsumer(
      EventIntake intake, ErasedPeople erased, Notify notify, NotificationConfig config) {
    this.intake = intake;
    this.erased = erased;
    this.notify = notify;
    this.config = config;
  }

  @Incoming("enquiry-events")
  @Blocking
  void on(ConsumerRecord<String, byte[]> record) {
    intake.take("notification", record, this::apply);
  }

  private void apply(ReceivedEvent event) {
    if (event.type().equals(RECEIVED)) {
      EnquiryParties parties = event.as(EnquiryParties.class);
      if (parties.customerId() != null && erased.contains(parties.customerId())) {
        return;
      }
      EnquiryFacts facts = event.as(EnquiryFacts.class);
      notify.tell(
          event.id(), Notice.ENQUIRY_ACKNOWLEDGED, parties.enquirer(), parties.acknowledgement());
      parties
          .owner()
          .or(() -> config.enquiriesTo().map(Recipient::address))
          .ifPresent(reader -> notify.tell(event.id(), Notice.ENQUIRY_RECEIVED, reader, facts));
    }
  }
}
