package com.nanospace.booking.customer.messaging;

import com.nanospace.booking.customer.CustomerReplica;
import com.nanospace.booking.customer.EraseCustomer;
import com.nanospace.booking.customer.UserState;
import com.nanospace.kit.inbox.EventIntake;
import com.nanospace.kit.inbox.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the customer replica: every event of the topic carries the full state. */
@ApplicationScoped
class UserEventsConsumer {

  private static final String TYPES = "com.nanospace.user.";
  private static final String ERASED = "com.nanospace.user.erased.v1";

  private final EventIntake intake;
  private final CustomerReplica replica;
  private final EraseCustomer eraseCustomer;

  UserEventsConsumer(EventIntake intake, CustomerReplica replica, EraseCustomer eraseCustomer) {
    this.intake = intake;
    this.replica = replica;
    this.eraseCustomer = eraseCustomer;
  }

  @Incoming("user-events")
  @Blocking
  void on(ConsumerRecord<String, byte[]> record) {
    intake.take("booking", record, this::apply);
  }

  private void apply(ReceivedEvent event) {
    if (event.type().equals(ERASED)) {
      UserState last = event.as(UserState.class);
      eraseCustomer.erase(last.userId(), last.version());
    } else if (event.type().startsWith(TYPES)) {
      replica.apply(event.as(UserState.class));
    }
  }
}
