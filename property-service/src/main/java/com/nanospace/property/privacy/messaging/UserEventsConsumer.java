package com.nanospace.property.privacy.messaging;

import com.nanospace.kit.inbox.EventIntake;
import com.nanospace.kit.inbox.ReceivedEvent;
import com.nanospace.property.privacy.EraseOwner;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of accounts that were deleted. */
@ApplicationScoped
class UserEventsConsumer {

  private static final String ERASED = "com.nanospace.user.erased.v1";

  private final EventIntake intake;
  private final EraseOwner eraseOwner;

  UserEventsConsumer(EventIntake intake, EraseOwner eraseOwner) {
    this.intake = intake;
    this.eraseOwner = eraseOwner;
  }

  @Incoming("user-events")
  @Blocking
  void on(ConsumerRecord<String, byte[]> record) {
    intake.take("privacy", record, this::apply);
  }

  private void apply(ReceivedEvent event) {
    if (event.type().equals(ERASED)) {
      eraseOwner.erase(event.as(ErasedUser.class).userId());
    }
  }

  record ErasedUser(UUID userId) {}
}
