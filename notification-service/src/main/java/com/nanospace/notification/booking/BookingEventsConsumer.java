package com.nanospace.notification.booking;

import com.nanospace.kit.inbox.EventIntake;
import com.nanospace.kit.inbox.ReceivedEvent;
import com.nanospace.kit.privacy.ErasedPeople;
import com.nanospace.notification.delivery.Notify;
import com.nanospace.notification.delivery.Recipient;
import com.nanospace.notification.message.BookingFacts;
import com.nanospace.notification.message.Notice;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells customer and owner, each in their own words, what became of a booking. */
@ApplicationScoped
class BookingEventsConsumer {

  private final EventIntake intake;
  private final ToldBookings told;
  private final ErasedPeople erased;
  private final Notify notify;

  BookingEventsConsumer(EventIntake intake, ToldBookings told, ErasedPeople erased, Notify notify) {
    this.intake = intake;
    this.told = told;
    this.erased = erased;
    this.notify = notify;
  }

  @Incoming("booking-events")
  @Blocking
  void on(ConsumerRecord<String, byte[]> record) {
    intake.take("notification", record, this::apply);
  }

  private void apply(ReceivedEvent event) {
    switch (event.type()) {
      case "com.nanospace.booking.requested.v1" ->
          tell(event, Notice.BOOKING_REQUESTED_CUSTOMER, Notice.BOOKING_REQUESTED_OWNER);
      case "com.nanospace.booking.confirmed.v1" ->
          tell(event, Notice.BOOKING_CONFIRMED_CUSTOMER, Notice.BOOKING_CONFIRMED_OWNER);
      case "com.nanospace.booking.declined.v1" ->
          tell(event, Notice.BOOKING_DECLINED_CUSTOMER, Notice.BOOKING_DECLINED_OWNER);
      case "com.nanospace.booking.cancelled.v1" ->
          tell(event, Notice.BOOKING_CANCELLED_CUSTOMER, Notice.BOOKING_CANCELLED_OWNER);
      case "com.nanospace.booking.expired.v1" ->
          tell(event, Notice.BOOKING_EXPIRED_CUSTOMER, Notice.BOOKING_EXPIRED_OWNER);
      default -> {}
    }
  }

  /**
   * An owner who books their own place is told once, as the customer. An event that was parked and
   * comes back may have been overtaken: after "cancelled" nobody reads "confirmed".
   */
  private void tell(ReceivedEvent event, Notice toCustomer, Notice toOwner) {
    BookingParties parties = event.as(BookingParties.class);
    BookingFacts booking = event.as(BookingFacts.class);
    BookingFacts facts = erased.contains(parties.customerId()) ? booking.withoutGuest() : booking;
    boolean isNews = told.advance(event.as(BookingVersion.class));
    tell(isNews, event, toCustomer, parties.customer(), facts);
    if (!parties.ownerId().equals(parties.customerId())) {
      tell(isNews, event, toOwner, parties.owner(), facts);
    }
  }

  private void tell(
      boolean isNews, ReceivedEvent event, Notice notice, Recipient whom, BookingFacts facts) {
    if (isNews) {
      notify.tell(event.id(), notice, whom, facts);
    } else {
      notify.overtaken(event.id(), notice, whom);
    }
  }
}
