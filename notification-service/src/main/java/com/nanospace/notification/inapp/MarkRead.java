package com.nanospace.notification.inapp;

import com.nanospace.kit.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Notes that a person has read an entry of their list. */
@ApplicationScoped
public class MarkRead {

  private final Notifications notifications;
  private final Clock clock;

  MarkRead(Notifications notifications, Clock clock) {
    this.notifications = notifications;
    this.clock = clock;
  }

  /**
   * Marks it; doing so again changes nothing.
   *
   * @throws Refusal when it is not in that person's list
   */
  @Transactional
  public Notification markRead(UUID id, UUID reader) {
    Notification notification =
        notifications.ofPerson(id, reader).orElseThrow(() -> Refusal.notFound("Notification"));
    notification.markRead(clock.instant());
    return notification;
  }
}
