package com.nanospace.notification.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.notification.DeliveryLog;
import com.nanospace.notification.Events;
import com.nanospace.notification.Mailbox;
import com.nanospace.notification.Mailbox.Mail;
import com.nanospace.notification.People;
import com.nanospace.notification.People.Person;
import com.nanospace.notification.inapp.Notifications;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BookingEventsTest {

  private static final String TOPIC = "booking.booking.v1";

  @Inject People people;
  @Inject Notifications notifications;

  private final UUID bookingId = UUID.randomUUID();
  private Person customer;
  private Person owner;

  @BeforeEach
  void openMailbox() {
    Mailbox.open();
    customer = people.known("Asha Rao");
    owner = people.known("Ravi Iyer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "requested|Booking request sent: Lakeside Coworking|New booking request: Lakeside Coworking",
        "confirmed|Booking confirmed: Lakeside Coworking|You have a booking: Lakeside Coworking",
        "declined|Booking declined: Lakeside Coworking|You declined a booking: Lakeside Coworking",
        "cancelled|Booking cancelled: Lakeside Coworking|Booking cancelled: Lakeside Coworking",
        "expired|Booking request lapsed: Lakeside Coworking|You missed a booking request: Lakeside Coworking"
      })
  void tellsBothSidesInTheirOwnWords(String what, String toCustomer, String toOwner) {
    booking(what).publish(bookingId);

    Mail customersMail = Mailbox.awaitOne(customer.email());
    Mail ownersMail = Mailbox.awaitOne(owner.email());

    assertThat(customersMail.subject()).isEqualTo(toCustomer);
    assertThat(customersMail.text())
        .startsWith("Hello Asha Rao,")
        .contains("Lakeside Coworking, Bengaluru", "1 Dec 2026", "₹ 3,000.00")
        .contains("/bookings/" + bookingId);
    assertThat(ownersMail.subject()).isEqualTo(toOwner);
    assertThat(ownersMail.text()).startsWith("Hello Ravi Iyer,").contains("₹ 3,000.00");
  }

  @Test
  void tellsTheOwnerWhoComesAndTheCustomerNothingOfTheOwner() {
    booking("requested").publish(bookingId);

    assertThat(Mailbox.awaitOne(owner.email()).text())
        .contains("Guest: Asha Rao", "E-mail: " + customer.email(), "A quiet corner, please");
    assertThat(Mailbox.awaitOne(customer.email()).text()).doesNotContain(owner.email());
  }

  @Test
  void writesToTheContactGivenWithTheBooking() {
    String office = "office-" + bookingId + "@example.com";

    booking("confirmed").with("customer_email", office).publish(bookingId);

    Mailbox.awaitOne(office);
    Mailbox.awaitOne(owner.email());
    assertThat(Mailbox.to(customer.email())).isEmpty();
  }

  @Test
  void tellsAnOwnerWhoBooksTheirOwnPlaceOnce() {
    booking("confirmed").with("owner_id", customer.id()).publish(bookingId);

    Mailbox.awaitOne(customer.email());

    assertThat(DeliveryLog.of(customer.id().toString())).hasSize(1);
  }

  @Test
  void sendsNothingAgainWhenTheEventComesAgain() {
    String eventId = UUID.randomUUID().toString();
    booking("confirmed").publish(bookingId, eventId);
    Mailbox.awaitOne(customer.email());

    booking("confirmed").publish(bookingId, eventId);
    booking("cancelled").publish(bookingId);

    assertThat(Mailbox.await(customer.email(), 2))
        .extracting(Mail::subject)
        .containsExactlyInAnyOrder(
            "Booking confirmed: Lakeside Coworking", "Booking cancelled: Lakeside Coworking");
    assertThat(DeliveryLog.of(customer.id().toString())).hasSize(2);
  }

  @Test
  void tellsNobodyOfAStateThatALaterOneHasOvertaken() {
    booking("cancelled").with("version", 3).publish(bookingId);
    Mailbox.awaitOne(customer.email());
    Mailbox.awaitOne(owner.email());

    booking("confirmed").with("version", 2).publish(bookingId);

    for (Person party : List.of(customer, owner)) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> DeliveryLog.of(party.id().toString()).size() == 2);
      assertThat(DeliveryLog.of(party.id().toString()).getFirst())
          .containsEntry("status", "skipped")
          .containsEntry("reason", "overtaken by a later event");
      assertThat(Mailbox.to(party.email())).hasSize(1);
      assertThat(listed(party)).isEqualTo(1);
    }
  }

  @Test
  void waitsForAContactThatIsNotKnownYet() {
    Person late = people.stranger("Late Owner");
    booking("requested").with("owner_id", late.id()).publish(bookingId);
    Mailbox.awaitOne(customer.email());

    DeliveryLog.await(late.id().toString(), "failed");

    assertThat(DeliveryLog.of(late.id().toString()).getFirst())
        .containsEntry("reason", "the recipient's contact is not known yet")
        .containsEntry("attempts", 3);
  }

  private long listed(Person person) {
    return QuarkusTransaction.requiringNew().call(() -> notifications.countOf(person.id()));
  }

  private Events booking(String what) {
    return Events.of(TOPIC, "booking." + what)
        .with("booking_id", bookingId)
        .with("customer_id", customer.id())
        .with("customer_email", customer.email())
        .with("owner_id", owner.id());
  }
}
