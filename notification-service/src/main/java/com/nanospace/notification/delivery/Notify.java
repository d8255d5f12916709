package com.nanospace.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.Ids;
import com.nanospace.kit.http.Correlation;
import com.nanospace.kit.privacy.ErasedPeople;
import com.nanospace.notification.inapp.Notification;
import com.nanospace.notification.inapp.Notifications;
import com.nanospace.notification.message.Facts;
import com.nanospace.notification.message.Medium;
import com.nanospace.notification.message.Notice;
import com.nanospace.notification.message.RenderLetter;
import com.nanospace.notification.otp.SealedCode;
import com.nanospace.notification.preference.Preferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Plans what an event tells people, in the event's own transaction. The sending comes later, from
 * the planned rows.
 *
 * <p>E-mails are always planned, and the recipient's choice is asked when they are sent. Text
 * messages and the list in the app, which either need to be wished for or need no sending, follow
 * the choice right here.
 */
@ApplicationScoped
public class Notify {

  private final ErasedPeople erased;
  private final Deliveries deliveries;
  private final Notifications notifications;
  private final Preferences preferences;
  private final RenderLetter letters;
  private final Event<DeliveriesPlanned> planned;
  private final Event<DeliveryProgress> progress;
  private final ObjectMapper json;
  private final Clock clock;

  Notify(
      ErasedPeople erased,
      Deliveries deliveries,
      Notifications notifications,
      Preferences preferences,
      RenderLetter letters,
      Event<DeliveriesPlanned> planned,
      Event<DeliveryProgress> progress,
      ObjectMapper json,
      Clock clock) {
    this.erased = erased;
    this.deliveries = deliveries;
    this.notifications = notifications;
    this.preferences = preferences;
    this.letters = letters;
    this.planned = planned;
    this.progress = progress;
    this.json = json;
    this.clock = clock;
  }

  /** Tells the recipient, wherever they want to be told; nobody whose account was deleted. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tell(String eventId, Notice notice, Recipient recipient, Facts facts) {
    UUID userId = recipient.userId();
    if (userId != null && erased.contains(userId)) {
      return;
    }
    plan(eventId, notice, recipient, Medium.EMAIL, facts);
    if (userId != null) {
      if (preferences.allow(userId, notice.kind(), Medium.SMS)) {
        plan(eventId, notice, Recipient.person(userId), Medium.SMS, facts);
      }
      if (preferences.allow(userId, notice.kind(), Medium.IN_APP)) {
        list(eventId, notice, userId, facts);
      }
    }
    planned.fire(new DeliveriesPlanned());
  }

  /** Leaves the recipient alone, for they know something later; only the log says so. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void overtaken(String eventId, Notice notice, Recipient recipient) {
    if (recipient.userId() != null && erased.contains(recipient.userId())) {
      return;
    }
    Delivery delivery = delivery(eventId, notice, recipient, Medium.EMAIL, Map.of());
    delivery.skipped(Deliveries.OVERTAKEN, clock.instant());
    progress.fire(DeliveryProgress.of(delivery));
    deliveries.plan(delivery, recipient);
  }

  /** Sends a one-time code to that address, on that medium and nowhere else. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void code(String eventId, Notice notice, Medium medium, String address, SealedCode code) {
    Recipient recipient = Recipient.address(address);
    Delivery delivery =
        delivery(eventId, notice, recipient, medium, Map.of("otp_id", code.otpId()));
    if (code.isExpired(clock.instant())) {
      delivery.skipped(Deliveries.CODE_EXPIRED, clock.instant());
      progress.fire(DeliveryProgress.of(delivery));
    } else {
      delivery.carrying(code);
    }
    deliveries.plan(delivery, recipient);
    planned.fire(new DeliveriesPlanned());
  }

  private void plan(
      String eventId, Notice notice, Recipient recipient, Medium medium, Facts facts) {
    deliveries.plan(delivery(eventId, notice, recipient, medium, facts), recipient);
  }

  private Delivery delivery(
      String eventId, Notice notice, Recipient recipient, Medium medium, Object facts) {
    return new Delivery(
        eventId, recipient, medium, notice, write(facts), Correlation.current(), clock.instant());
  }

  private void list(String eventId, Notice notice, UUID userId, Facts facts) {
    Instant now = clock.instant();
    notifications.add(
        new Notification(
            Ids.next(), eventId, userId, notice, facts, letters.note(notice, facts), now));
  }

  private String write(Object facts) {
    try {
      return json.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Facts must be writable as JSON", e);
    }
  }
}
