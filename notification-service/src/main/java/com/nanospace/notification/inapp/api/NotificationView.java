package com.nanospace.notification.inapp.api;

import com.nanospace.notification.inapp.Notification;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the list in the app.
 *
 * @param kind what it is about: account, listing, booking, enquiry, security
 * @param type which message it is, such as {@code booking-confirmed-customer}
 * @param link page of the front-end, from its root
 */
@Schema(name = "Notification")
public record NotificationView(
    UUID id,
    String kind,
    String type,
    String title,
    String body,
    String link,
    boolean read,
    @Nullable Instant readAt,
    Instant createdAt) {

  public static NotificationView of(Notification notification) {
    return new NotificationView(
        notification.id(),
        notification.kind(),
        notification.notice(),
        notification.title(),
        notification.body(),
        notification.link(),
        notification.readAt().isPresent(),
        notification.readAt().orElse(null),
        notification.createdAt());
  }
}
