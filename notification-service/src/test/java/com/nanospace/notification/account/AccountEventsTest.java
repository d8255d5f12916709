package com.nanospace.notification.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.notification.DeliveryLog;
import com.nanospace.notification.Events;
import com.nanospace.notification.Mailbox;
import com.nanospace.notification.Mailbox.Mail;
import com.nanospace.notification.People;
import com.nanospace.notification.People.Person;
import com.nanospace.notification.contact.Contact;
import com.nanospace.notification.contact.Contacts;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountEventsTest {

  private static final String TOPIC = "identity.user.v1";

  @Inject People people;
  @Inject Contacts contacts;

  @BeforeEach
  void openMailbox() {
    Mailbox.open();
  }

  @Test
  void welcomesWhoRegisters() {
    Person asha = people.stranger("Asha Rao");

    people.tell(asha, 1, "user.registered", false);

    Mail mail = Mailbox.awaitOne(asha.email());
    assertThat(mail.subject()).isEqualTo("Welcome to Nano Space");
    assertThat(mail.text()).startsWith("Hello Asha Rao,");
  }

  @Test
  void warnsOfAChangedPassword() {
    Person asha = people.known("Asha Rao");

    people.tell(asha, 3, "user.password-changed", false);

    Mail mail = Mailbox.awaitOne(asha.email());
    assertThat(mail.subject()).isEqualTo("Your Nano Space password was changed");
    assertThat(mail.text()).contains("2026", "IST", "/forgot-password");
  }

  @Test
  void welcomesOnceHoweverOftenTheEventComes() {
    Person asha = people.stranger("Asha Rao");
    String eventId = UUID.randomUUID().toString();
    Events registered =
        Events.of(TOPIC, "user.registered").with("user_id", asha.id()).with("email", asha.email());
    registered.publish(asha.id(), eventId);
    Mailbox.awaitOne(asha.email());

    registered.publish(asha.id(), eventId);
    Events.of(TOPIC, "user.profile-changed")
        .with("user_id", asha.id())
        .with("version", 9)
        .with("email", asha.email())
        .with("full_name", "Asha the Last")
        .publish(asha.id());
    awaitName(asha.id(), "Asha the Last");

    assertThat(DeliveryLog.of(asha.id().toString())).hasSize(1);
    assertThat(Mailbox.to(asha.email())).hasSize(1);
  }

  @Test
  void keepsTheNewestContactWhateverTheOrder() {
    Person asha = people.stranger("Asha the Newer");
    people.tell(asha, 7, "user.profile-changed", false);

    Events.of(TOPIC, "user.profile-changed")
        .with("user_id", asha.id())
        .with("version", 6)
        .with("full_name", "Asha the Older")
        .publish(asha.id());
    Person ravi = people.stranger("Ravi");
    Events.of(TOPIC, "user.verified").with("user_id", ravi.id()).publish(asha.id());
    await().atMost(Duration.ofSeconds(20)).until(() -> people.isKnown(ravi.id()));

    awaitName(asha.id(), "Asha the Newer");
  }

  @Test
  void parksAnEventWithoutAUserAndGoesOn() {
    UUID key = UUID.randomUUID();

    Events.of(TOPIC, "user.registered").without("user_id").publish(key);

    var parked =
        new TopicProbe(TOPIC + ".notification.dlq")
            .await(key.toString(), "com.nanospace.user.registered.v1");
    assertThat(TopicProbe.header(parked, "dead-letter-reason")).contains("does not fit");
    Person next = people.stranger("Next");
    Events.of(TOPIC, "user.verified").with("user_id", next.id()).publish(key);
    await().atMost(Duration.ofSeconds(20)).until(() -> people.isKnown(next.id()));
  }

  private void awaitName(UUID id, String name) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(() -> contacts.findByIdOptional(id).flatMap(Contact::fullName)),
            found -> found.filter(name::equals).isPresent());
  }
}
