package com.nanospace.notification.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.nanospace.notification.DeliveryLog;
import com.nanospace.notification.Events;
import com.nanospace.notification.Mailbox;
import com.nanospace.notification.People;
import com.nanospace.notification.People.Person;
import com.nanospace.testkit.AuditProbe;
import com.nanospace.testkit.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of what was said to somebody, and of them, when {@code user.erased} arrives. */
@QuarkusTest
class ErasureTest {

  private static final String USERS = "identity.user.v1";
  private static final String BOOKINGS = "booking.booking.v1";
  private static final String ENQUIRIES = "booking.enquiry.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject People people;
  @Inject EntityManager entities;

  private final String word = "Zita" + UUID.randomUUID();
  private Person guest;
  private Person owner;

  @BeforeEach
  void meet() {
    Mailbox.open();
    guest = people.known(word);
    owner = people.known("Ravi Iyer");
  }

  @Test
  void forgetsWhatWasSaidToThePersonAndOfThem() {
    booking().publish(UUID.randomUUID());
    enquiry().publish(UUID.randomUUID());
    Mailbox.await(owner.email(), 2);
    Mailbox.await(guest.email(), 2);
    assertThat(tablesThatName()).containsExactly("contact", "delivery", "notification");

    erase();

    assertThat(tablesThatName()).isEmpty();
    assertThat(DeliveryLog.of(guest.id().toString()))
        .hasSize(2)
        .allSatisfy(
            delivery ->
                assertThat(delivery)
                    .containsEntry("status", "sent")
                    .containsEntry("recipient", guest.id().toString()));
    asOwner()
        .get("/api/notifications")
        .then()
        .body("total", equalTo(2))
        .body("notifications.body", hasItem("Somebody has a question."));
    assertThat(count("notification", guest)).isZero();
    assertThat(AuditProbe.of("deliveries", admin()).about(guest.id())).isEmpty();
  }

  @Test
  void learnsNothingOfAnErasedPersonFromEventsThatComeLate() {
    erase();

    String booked = booking().publish(UUID.randomUUID());
    String asked = enquiry().publish(UUID.randomUUID());
    String registered =
        Events.of(USERS, "user.registered")
            .with("user_id", guest.id())
            .with("email", guest.email())
            .with("full_name", word)
            .publish(guest.id());
    for (String event : List.of(booked, asked, registered)) {
      awaitTaken(event);
    }

    String mail = Mailbox.awaitOne(owner.email()).text();
    assertThat(mail).contains("Lakeside Coworking").doesNotContain(word).doesNotContain("Guest");
    assertThat(tablesThatName()).isEmpty();
    assertThat(count("delivery", guest)).isZero();
    assertThat(Mailbox.to(guest.email())).isEmpty();
  }

  @Test
  void exportsWhatWasSaidToTheCallerAlone() {
    booking().publish(UUID.randomUUID());
    Mailbox.awaitOne(guest.email());

    given()
        .auth()
        .oauth2(TestTokens.customer(guest.id()))
        .get("/internal/export")
        .then()
        .statusCode(200)
        .body("notifications.total", equalTo(1))
        .body("notifications.entries[0].type", equalTo("booking-requested-customer"))
        .body("deliveries.total", equalTo(1))
        .body("deliveries.entries[0].recipient", equalTo(guest.email()))
        .body("preferences.booking.email", equalTo(true));
    given().get("/internal/export").then().statusCode(401);
  }

  private Events booking() {
    return Events.of(BOOKINGS, "booking.requested")
        .with("booking_id", UUID.randomUUID())
        .with("customer_id", guest.id())
        .with("owner_id", owner.id())
        .with("customer_name", word)
        .with("customer_email", guest.email())
        .with("notes", word);
  }

  private Events enquiry() {
    return Events.of(ENQUIRIES, "enquiry.received")
        .with("enquiry_id", UUID.randomUUID())
        .with("customer_id", guest.id())
        .with("owner_id", owner.id())
        .with("name", word)
        .with("email", guest.email())
        .with("message", word);
  }

  private void erase() {
    awaitTaken(Events.of(USERS, "user.erased").with("user_id", guest.id()).publish(guest.id()));
  }

  private void awaitTaken(String eventId) {
    await(eventId)
        .atMost(PATIENCE)
        .until(() -> rows("select count(*) from inbox where event_id = ?1", eventId) == 1);
  }

  private RequestSpecification asOwner() {
    return given().auth().oauth2(TestTokens.owner(owner.id()));
  }

  private static String admin() {
    return TestTokens.admin(UUID.randomUUID());
  }

  private long count(String table, Person person) {
    return rows("select count(*) from %s where user_id = ?1".formatted(table), person.id());
  }

  /** The name is in all that was said; the address contains the id, and that stays. */
  private List<String> tablesThatName() {
    return List.of("contact", "delivery", "notification").stream()
        .filter(
            table ->
                rows(
                        """
                        select count(*) from %1$s
                        where to_jsonb(%1$s)::text like '%%%2$s%%'
                          or to_jsonb(%1$s)::text like ?1
                        """
                            .formatted(table, word),
                        "%" + guest.email() + "%")
                    > 0)
        .toList();
  }

  private long rows(String query, Object parameter) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                (long)
                    entities
                        .createNativeQuery(query, Long.class)
                        .setParameter(1, parameter)
                        .getSingleResult());
  }
}
