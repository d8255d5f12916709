package com.nanospace.notification.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.notification.DeliveryLog;
import com.nanospace.notification.Events;
import com.nanospace.notification.Mailbox;
import com.nanospace.notification.Mailbox.Mail;
import com.nanospace.notification.People;
import com.nanospace.notification.People.Person;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListingEventsTest {

  private static final String TOPIC = "property.listing.v1";

  @Inject People people;

  private final UUID listingId = UUID.randomUUID();
  private Person owner;

  @BeforeEach
  void openMailbox() {
    Mailbox.open();
    owner = people.known("Ravi Iyer");
  }

  @Test
  void tellsTheOwnerThatTheListingIsLive() {
    listing("approved").publish(listingId);

    Mail mail = Mailbox.awaitOne(owner.email());

    assertThat(mail.subject()).isEqualTo("Your listing is live: Lakeside");
    assertThat(mail.text()).contains("https://nanospace.com/properties/" + listingId);
  }

  @Test
  void tellsTheOwnerWhyTheListingWasRejected() {
    listing("rejected")
        .with("rejection_reason", "The <b>pictures</b> are too dark")
        .publish(listingId);

    Mail mail = Mailbox.awaitOne(owner.email());

    assertThat(mail.subject()).isEqualTo("Your listing needs a change: Lakeside");
    assertThat(mail.text()).contains("Reason: The <b>pictures</b> are too dark");
    assertThat(mail.html()).contains("The &lt;b&gt;pictures&lt;/b&gt; are too dark");
  }

  @Test
  void saysNothingOfOtherChanges() {
    listing("submitted").publish(listingId);
    listing("changed").publish(listingId);
    listing("archived").publish(listingId);
    listing("approved").publish(listingId);

    Mailbox.awaitOne(owner.email());

    assertThat(DeliveryLog.of(owner.id().toString())).hasSize(1);
  }

  @Test
  void parksAnEventThatNamesNoOwnerAndGoesOn() {
    listing("approved").without("owner_id").publish(listingId);

    var parked =
        new TopicProbe(TOPIC + ".notification.dlq")
            .await(listingId.toString(), "com.nanospace.listing.approved.v1");
    assertThat(TopicProbe.header(parked, "dead-letter-reason")).contains("does not fit");

    listing("approved").publish(listingId);
    Mailbox.awaitOne(owner.email());
  }

  private Events listing(String what) {
    return Events.of(TOPIC, "listing." + what)
        .with("property_id", listingId)
        .with("owner_id", owner.id())
        .with("name", "Lakeside");
  }
}
