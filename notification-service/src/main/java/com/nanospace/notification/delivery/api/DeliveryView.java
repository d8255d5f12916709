package com.nanospace.notification.delivery.api;

import com.nanospace.notification.delivery.Delivery;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of the delivery log. What was said is no part of it, least of all a code.
 *
 * @param recipient the address; the user's id as long as no address is known
 * @param status pending, sent, failed or skipped
 * @param reason why it was skipped, has failed or is tried again
 * @param reference what the mail server or Twilio calls it
 */
@Schema(name = "Delivery")
public record DeliveryView(
    UUID id,
    String eventId,
    String kind,
    String type,
    String channel,
    String recipient,
    @Nullable UUID userId,
    String status,
    int attempts,
    @Nullable String reason,
    @Nullable String reference,
    Instant nextAttemptAt,
    @Nullable Instant expiresAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant sentAt) {

  public static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.id(),
        delivery.eventId(),
        delivery.kind(),
        delivery.notice().wireName(),
        delivery.medium().wireName(),
        delivery.address().orElse(delivery.recipient()),
        delivery.userId().orElse(null),
        delivery.status(),
        delivery.attempts(),
        delivery.reason().orElse(null),
        delivery.reference().orElse(null),
        delivery.nextAttemptAt(),
        delivery.expiresAt().orElse(null),
        delivery.createdAt(),
        delivery.updatedAt(),
        delivery.sentAt().orElse(null));
  }
}
