package com.nanospace.notification.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.kit.Ids;
import com.nanospace.notification.Events;
import com.nanospace.notification.Mailbox;
import com.nanospace.notification.SealedCodes;
import com.nanospace.testkit.AuditProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One audit of many faults, each of another event, for an audit reads all topics three times. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class DeliveriesAuditTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final List<String> sound = new ArrayList<>();
  private final Confirmation untold = new Confirmation();
  private final Confirmation missingInTheApp = new Confirmation();
  private final Confirmation notWantedInTheApp = new Confirmation();
  private final Confirmation copied = new Confirmation();
  private final Confirmation toldToAStranger = new Confirmation();
  private final Confirmation toldTwice = new Confirmation();
  private final String never = Ids.next().toString();
  private final String stranger = UUID.randomUUID().toString();
  private AuditProbe audit = new AuditProbe(0, List.of());

  @BeforeEach
  void auditOnce() {
    if (!sound.isEmpty()) {
      return;
    }
    Mailbox.open();
    publishOneOfEveryKind();
    List<Confirmation> confirmations =
        List.of(untold, missingInTheApp, notWantedInTheApp, copied, toldToAStranger, toldTwice);
    confirmations.forEach(Confirmation::publish);
    confirmations.forEach(Confirmation::awaitPlans);
    sound.forEach(DeliveriesAuditTest::awaitTaken);

    AuditProbe.tamper(
        "delete from delivery where event_id = ? and recipient = ?",
        untold.event,
        untold.owner.toString());
    missingInTheApp.removeFromTheApp();
    notWantedInTheApp.removeFromTheApp();
    AuditProbe.tamper(
        """
        insert into preference (user_id, kind, channel, enabled)
        values (?, 'booking', 'in_app', true)
        """,
        notWantedInTheApp.owner);
    copied.copyDelivery(never, copied.customer.toString());
    toldToAStranger.copyDelivery(toldToAStranger.event, stranger);
    AuditProbe.tamper("alter table delivery drop constraint uq_delivery_event_recipient_channel");
    try {
      toldTwice.copyDelivery(toldTwice.event, toldTwice.owner.toString());

      audit = AuditProbe.of("deliveries");
    } finally {
      AuditProbe.tamper("delete from delivery where event_id = ?", toldTwice.event);
      AuditProbe.tamper(
          """
          alter table delivery add constraint uq_delivery_event_recipient_channel
            unique (event_id, recipient, channel)
          """);
    }
  }

  @Test
  void findsNothingWrongInWhatEveryKindOfEventPlans() {
    assertThat(audit.rows()).isGreaterThanOrEqualTo(20);
    assertThat(audit.about(copied.event)).isEmpty();
    assertThat(sound).allSatisfy(one -> assertThat(audit.about(one)).isEmpty());
  }

  @Test
  void findsSomebodyWhomNobodyTold() {
    assertThat(audit.about(untold.event))
        .containsExactly(
            "Event %s concerns %s, and no email to them is planned"
                .formatted(untold.event, untold.owner));
  }

  @Test
  void findsAnEntryThatIsMissingInTheApp() {
    assertThat(audit.about(missingInTheApp.event))
        .containsExactly(
            "Event %s concerns %s, and is not in their list in the app"
                .formatted(missingInTheApp.event, missingInTheApp.owner));
  }

  @Test
  void missesNoEntryOfSomebodyWhoMayHaveChosenToHaveNone() {
    assertThat(audit.about(notWantedInTheApp.event)).isEmpty();
  }

  @Test
  void findsWhatTellsOfAnEventThatNeverTookEffect() {
    assertThat(audit.about(never))
        .singleElement()
        .asString()
        .endsWith("tells of event %s, which never took effect".formatted(never));
  }

  @Test
  void findsSomebodyWhoWasToldOfWhatDoesNotConcernThem() {
    assertThat(audit.about(toldToAStranger.event))
        .singleElement()
        .asString()
        .endsWith(
            "tells %s of event %s, which does not concern them"
                .formatted(stranger, toldToAStranger.event));
  }

  @Test
  void findsSomebodyWhoWasToldTwice() {
    assertThat(audit.about(toldTwice.event))
        .containsExactly(
            "%s is told 2 times of event %s by email".formatted(toldTwice.owner, toldTwice.event));
  }

  private void publishOneOfEveryKind() {
    UUID person = UUID.randomUUID();
    String address = "d-%s@example.com".formatted(person);
    sound.addAll(
        List.of(
            Events.of("identity.user.v1", "user.registered")
                .with("user_id", person)
                .publish(person),
            Events.of("property.listing.v1", "listing.rejected")
                .with("owner_id", person)
                .publish(person),
            Events.of("booking.booking.v1", "booking.expired")
                .with("owner_id", person)
                .with("customer_id", person)
                .publish(person),
            Events.of("booking.enquiry.v1", "enquiry.received")
                .with("email", address)
                .publish(person),
            Events.of("booking.enquiry.v1", "enquiry.received")
                .with("email", address)
                .without("owner_id")
                .without("customer_id")
                .publish(person),
            code(address)));
    sound.addAll(overtaken());
  }

  /** One key, and so one partition: the later state comes first. */
  private static List<String> overtaken() {
    UUID booking = UUID.randomUUID();
    return List.of(
        Events.of("booking.booking.v1", "booking.cancelled")
            .with("booking_id", booking)
            .with("version", 3)
            .publish(booking),
        Events.of("booking.booking.v1", "booking.confirmed")
            .with("booking_id", booking)
            .with("version", 2)
            .publish(booking));
  }

  private static void awaitTaken(String event) {
    await()
        .atMost(SOON)
        .until(
            () ->
                AuditProbe.tamper("update inbox set consumer = consumer where event_id = ?", event)
                    == 1);
  }

  /** A confirmed booking, of which its customer and its owner are told. */
  private static final class Confirmation {

    private final UUID customer = UUID.randomUUID();
    private final UUID owner = UUID.randomUUID();
    private String event = "";

    void publish() {
      UUID booking = UUID.randomUUID();
      event =
          Events.of("booking.booking.v1", "booking.confirmed")
              .with("booking_id", booking)
              .with("customer_id", customer)
              .with("owner_id", owner)
              .with("customer_email", "c-%s@example.com".formatted(customer))
              .publish(booking);
    }

    void awaitPlans() {
      await()
          .atMost(SOON)
          .until(
              () ->
                  AuditProbe.tamper("update delivery set notice = notice where event_id = ?", event)
                      == 2);
    }

    void removeFromTheApp() {
      AuditProbe.tamper(
          "delete from notification where event_id = ? and user_id = ?", event, owner);
    }

    /** Another delivery like that to the owner. */
    void copyDelivery(String eventId, String recipient) {
      int copied =
          AuditProbe.tamper(
              """
              insert into delivery (id, event_id, recipient, channel, user_id, notice, kind, urgent,
                facts, status, attempts, next_attempt_at, request_id, created_at, updated_at)
              select ?, ?, ?, channel, user_id, notice, kind, urgent, facts, 'skipped', 0,
                next_attempt_at, request_id, created_at, updated_at
              from delivery where event_id = ? and recipient = ?
              """,
              Ids.next(),
              eventId,
              recipient,
              event,
              owner.toString());
      assertThat(copied).isEqualTo(1);
    }
  }

  private static String code(String address) {
    UUID otp = Ids.next();
    return Events.of("identity.otp.v1", "otp.issued")
        .with("otp_id", otp)
        .with("channel", "email")
        .with("recipient", address)
        .with("code_jwe", SealedCodes.seal("123456", otp))
        .publish(otp);
  }
}
