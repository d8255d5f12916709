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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveriesAuditTest {

  private final UUID customer = UUID.randomUUID();
  private final UUID owner = UUID.randomUUID();
  private String event = "";

  @BeforeEach
  void aBookingIsConfirmed() {
    Mailbox.open();
    UUID booking = UUID.randomUUID();
    event =
        Events.of("booking.booking.v1", "booking.confirmed")
            .with("booking_id", booking)
            .with("customer_id", customer)
            .with("owner_id", owner)
            .with("customer_email", "c-%s@example.com".formatted(customer))
            .publish(booking);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> tamper("update delivery set notice = notice where event_id = ?") == 2);
  }

  @Test
  void findsNothingWrongInWhatEveryKindOfEventPlans() {
    UUID person = UUID.randomUUID();
    String address = "d-%s@example.com".formatted(person);
    String[] events = {
      Events.of("identity.user.v1", "user.registered").with("user_id", person).publish(person),
      Events.of("property.listing.v1", "listing.rejected").with("owner_id", person).publish(person),
      Events.of("booking.booking.v1", "booking.expired")
          .with("owner_id", person)
          .with("customer_id", person)
          .publish(person),
      Events.of("booking.enquiry.v1", "enquiry.received").with("email", address).publish(person),
      Events.of("booking.enquiry.v1", "enquiry.received")
          .with("email", address)
          .without("owner_id")
          .without("customer_id")
          .publish(person),
      code(address)
    };
    for (String one : events) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  AuditProbe.tamper("update inbox set consumer = consumer where event_id = ?", one)
                      == 1);
    }

    AuditProbe audit = AuditProbe.of("deliveries");

    assertThat(audit.rows()).isGreaterThanOrEqualTo(20);
    assertThat(audit.about(event)).isEmpty();
    assertThat(events).allSatisfy(one -> assertThat(audit.about(one)).isEmpty());
  }

  @Test
  void findsSomebodyWhomNobodyTold() {
    AuditProbe.tamper(
        "delete from delivery where event_id = ? and recipient = ?", event, owner.toString());

    assertThat(AuditProbe.of("deliveries").about(event))
        .containsExactly(
            "Event %s concerns %s, and no email to them is planned".formatted(event, owner));
  }

  @Test
  void findsAnEntryThatIsMissingInTheApp() {
    AuditProbe.tamper("delete from notification where event_id = ? and user_id = ?", event, owner);

    assertThat(AuditProbe.of("deliveries").about(event))
        .containsExactly(
            "Event %s concerns %s, and is not in their list in the app".formatted(event, owner));
  }

  @Test
  void missesNoEntryOfSomebodyWhoMayHaveChosenToHaveNone() {
    AuditProbe.tamper("delete from notification where event_id = ? and user_id = ?", event, owner);
    AuditProbe.tamper(
        """
        insert into preference (user_id, kind, channel, enabled)
        values (?, 'booking', 'in_app', true)
        """,
        owner);

    assertThat(AuditProbe.of("deliveries").about(event)).isEmpty();
  }

  @Test
  void findsWhatTellsOfAnEventThatNeverTookEffect() {
    String never = Ids.next().toString();
    copyDelivery(never, customer.toString());

    assertThat(AuditProbe.of("deliveries").about(never))
        .singleElement()
        .asString()
        .endsWith("tells of event %s, which never took effect".formatted(never));
  }

  @Test
  void findsSomebodyWhoWasToldOfWhatDoesNotConcernThem() {
    String stranger = UUID.randomUUID().toString();
    copyDelivery(event, stranger);

    assertThat(AuditProbe.of("deliveries").about(event))
        .singleElement()
        .asString()
        .endsWith("tells %s of event %s, which does not concern them".formatted(stranger, event));
  }

  @Test
  void findsSomebodyWhoWasToldTwice() {
    AuditProbe.tamper("alter table delivery drop constraint uq_delivery_event_recipient_channel");
    try {
      copyDelivery(event, owner.toString());

      assertThat(AuditProbe.of("deliveries").about(event))
          .containsExactly("%s is told 2 times of event %s by email".formatted(owner, event));
    } finally {
      tamper("delete from delivery where event_id = ?");
      AuditProbe.tamper(
          """
          alter table delivery add constraint uq_delivery_event_recipient_channel
            unique (event_id, recipient, channel)
          """);
    }
  }

  /** Another delivery like that to the owner. */
  private void copyDelivery(String eventId, String recipient) {
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

  private int tamper(String sql) {
    return AuditProbe.tamper(sql, event);
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
