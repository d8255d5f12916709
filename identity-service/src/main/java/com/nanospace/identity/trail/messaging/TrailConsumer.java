package com.nanospace.identity.trail.messaging;

import com.nanospace.identity.trail.AuditEntries;
import com.nanospace.kit.inbox.EventIntake;
import com.nanospace.kit.inbox.ReceivedEvent;
import com.nanospace.kit.trail.Trail;
import com.nanospace.kit.trail.TrailEntry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes down what the services tell, this one among them. */
@ApplicationScoped
class TrailConsumer {

  private final EventIntake intake;
  private final AuditEntries entries;

  TrailConsumer(EventIntake intake, AuditEntries entries) {
    this.intake = intake;
    this.entries = entries;
  }

  @Incoming("identity-audit")
  @Incoming("property-audit")
  @Incoming("booking-audit")
  @Incoming("notification-audit")
  @Blocking
  void on(ConsumerRecord<String, byte[]> record) {
    intake.take("trail", record, this::apply);
  }

  private void apply(ReceivedEvent event) {
    if (event.type().equals(Trail.TYPE)) {
      entries.add(event.as(TrailEntry.class));
    }
  }
}
