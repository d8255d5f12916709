package com.nanospace.notification.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.notification.Events;
import com.nanospace.notification.Mailbox;
import com.nanospace.notification.Mailbox.Mail;
import com.nanospace.notification.People;
import com.nanospace.notification.People.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EnquiryEventsTest {

  private static final String DESK = "desk@nanospace.test";

  @Inject People people;

  private final UUID enquiryId = UUID.randomUUID();
  private final String enquirer = "enquirer-" + enquiryId + "@example.com";

  @BeforeEach
  void openMailbox() {
    Mailbox.open();
  }

  @Test
  void acknowledgesTheEnquiryAndTellsTheOwner() {
    Person owner = people.known("Ravi Iyer");

    enquiry().with("owner_id", owner.id()).with("property_name", "Lakeside").publish(enquiryId);

    Mail acknowledgement = Mailbox.awaitOne(enquirer);
    assertThat(acknowledgement.subject()).isEqualTo("We received your enquiry");
    assertThat(acknowledgement.text()).contains("about Lakeside", enquiryId.toString());
    Mail passedOn = Mailbox.awaitOne(owner.email());
    assertThat(passedOn.subject()).isEqualTo("New enquiry: Lakeside");
    assertThat(passedOn.text()).contains("Message: Is there parking?", "E-mail: " + enquirer);
  }

  @Test
  void asksTheDeskWhenThereIsNoOwner() {
    enquiry().without("owner_id").publish(enquiryId);

    Mailbox.awaitOne(enquirer);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Mailbox.to(DESK).stream().anyMatch(mail -> mail.text().contains(enquirer)));
  }

  @Test
  void carriesNoStrangersWordsToStrangers() {
    enquiry()
        .without("owner_id")
        .without("customer_id")
        .with("name", "Buy cheap pills at http://evil.example")
        .with("subject", "http://evil.example")
        .with("message", "http://evil.example")
        .with("property_name", "http://evil.example")
        .publish(enquiryId);

    Mail acknowledgement = Mailbox.awaitOne(enquirer);

    assertThat(acknowledgement.subject() + acknowledgement.text() + acknowledgement.html())
        .doesNotContain("evil.example");
  }

  @Test
  void saysNothingWhenOnlyTheStatusChanges() {
    UUID other = UUID.randomUUID();
    Events.of("booking.enquiry.v1", "enquiry.status-changed")
        .with("enquiry_id", other)
        .with("email", "status-" + enquirer)
        .publish(enquiryId);
    enquiry().without("owner_id").publish(enquiryId);

    Mailbox.awaitOne(enquirer);

    assertThat(Mailbox.to("status-" + enquirer)).isEmpty();
  }

  private Events enquiry() {
    return Events.of("booking.enquiry.v1", "enquiry.received")
        .with("enquiry_id", enquiryId)
        .with("email", enquirer)
        .with("message", "Is there parking?")
        .without("customer_id");
  }
}
