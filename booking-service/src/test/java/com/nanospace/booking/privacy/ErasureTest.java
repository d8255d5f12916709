package com.nanospace.booking.privacy;

import static com.nanospace.booking.BookingClient.asAdmin;
import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.asOwner;
import static com.nanospace.booking.BookingClient.book;
import static com.nanospace.booking.BookingClient.booked;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.BookingClient.free;
import static com.nanospace.booking.BookingClient.today;
import static com.nanospace.booking.ListingFixture.aListing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nanospace.booking.ListingFixture;
import com.nanospace.booking.customer.Contact;
import com.nanospace.booking.customer.CustomerReplica;
import com.nanospace.booking.customer.UserState;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a customer's data when {@code user.erased} arrives. */
@QuarkusTest
class ErasureTest {

  private static final String TOPIC = "identity.user.v1";
  private static final String ERASED = "com.nanospace.user.erased.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final UUID customer = UUID.randomUUID();
  private final String word = "secret" + UUID.randomUUID();
  private final ListingFixture listing = aListing().withSeats(3);

  @Inject CustomerReplica customers;
  @Inject EntityManager entities;
  @Inject ObjectMapper json;

  @Test
  void forgetsTheCustomerAndFreesWhatIsNotBegun() throws Exception {
    customers.apply(new UserState(customer, 3, word, word + "@example.com", "+919812345670"));
    listing.known();
    String pending =
        asCustomer(customer)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(personal())
            .post("/api/bookings")
            .then()
            .statusCode(201)
            .extract()
            .path("booking.id");
    String confirmed = booked(customer, personal());
    asOwner(listing.ownerId()).put("/api/bookings/{id}/confirm", confirmed).then().statusCode(200);
    String running = booked(customer, beginningToday());
    asOwner(listing.ownerId()).put("/api/bookings/{id}/confirm", running).then().statusCode(200);
    enquire();
    assertThat(tablesThatContainTheWord())
        .contains("booking", "enquiry", "customer", "idempotent_reply");
    assertThat(free(listing, 1)).containsExactly(1);

    publishErased();

    for (String id : List.of(pending, confirmed)) {
      await().atMost(PATIENCE).until(() -> statusOf(id).equals("cancelled"));
      asOwner(listing.ownerId())
          .get("/api/bookings/{id}", id)
          .then()
          .body("booking.cancelled_by", equalTo("system"))
          .body("booking.customer_id", equalTo(customer.toString()))
          .body("booking.customer_name", nullValue());
      String told =
          new TopicProbe("booking.booking.v1")
              .await(id, "com.nanospace.booking.cancelled.v1")
              .value();
      assertThat(told).doesNotContain(word);
      assertThat(
              EventSchemas.violations(
                  "booking.booking.v1", "com.nanospace.booking.cancelled.v1", told))
          .isEmpty();
    }
    assertThat(statusOf(running)).isEqualTo("confirmed");
    assertThat(free(listing, 1)).containsExactly(3);
    assertThat(tablesThatContainTheWord()).containsExactly("outbox");
    asAdmin()
        .queryParam("per_page", 100)
        .get("/api/admin/enquiries")
        .then()
        .body("enquiries.customer_id", hasItem(customer.toString()));
  }

  @Test
  void storesNothingMoreOfAnErasedCustomer() throws Exception {
    customers.apply(new UserState(customer, 3, "Asha Rao", "asha@example.com", null));
    listing.known();
    publishErased();
    await()
        .atMost(PATIENCE)
        .until(() -> customers.contactOf(customer).equals(Optional.of(Contact.UNKNOWN)));

    customers.apply(new UserState(customer, 8, "Asha Rao", "asha@example.com", null));

    assertThat(customers.contactOf(customer)).contains(Contact.UNKNOWN);
    book(customer, personal()).then().statusCode(401).body("code", equalTo("auth.required"));
    asCustomer(customer)
        .body(Map.of("name", word, "email", word + "@example.com"))
        .post("/api/enquiries")
        .then()
        .statusCode(401);
    assertThat(tablesThatContainTheWord()).isEmpty();
  }

  @Test
  void exportsBookingsAndEnquiriesOfTheCallerAlone() {
    listing.known();
    String mine = booked(customer, personal());
    booked(UUID.randomUUID(), dayBooking(listing));
    enquire();

    asCustomer(customer)
        .get("/internal/export")
        .then()
        .statusCode(200)
        .body("bookings.total", equalTo(1))
        .body("bookings.entries[0].id", equalTo(mine))
        .body("bookings.entries[0].notes", equalTo(word))
        .body("enquiries.total", equalTo(1))
        .body("enquiries.entries[0].message", equalTo(word));
    given().get("/internal/export").then().statusCode(401);
  }

  private Map<String, Object> personal() {
    Map<String, Object> body = new HashMap<>(dayBooking(listing));
    body.put("customer_name", word);
    body.put("customer_email", word + "@example.com");
    body.put("notes", word);
    return body;
  }

  private Map<String, Object> beginningToday() {
    Map<String, Object> body = personal();
    body.put("start_date", today().toString());
    return body;
  }

  private void enquire() {
    asCustomer(customer)
        .body(
            Map.of(
                "name",
                word,
                "email",
                word + "@example.com",
                "message",
                word,
                "property_id",
                listing.id().toString()))
        .post("/api/enquiries")
        .then()
        .statusCode(201);
  }

  private String statusOf(String booking) {
    return asOwner(listing.ownerId())
        .get("/api/bookings/{id}", booking)
        .then()
        .extract()
        .path("booking.status");
  }

  private void publishErased() throws Exception {
    ObjectNode sample = (ObjectNode) json.readTree(EventSchemas.sample(TOPIC, ERASED));
    sample.put("user_id", customer.toString());
    new TopicProbe(TOPIC).publish(customer.toString(), ERASED, sample.toString());
  }

  private List<String> tablesThatContainTheWord() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                List.of("booking", "customer", "enquiry", "idempotent_reply", "outbox").stream()
                    .filter(this::containsTheWord)
                    .toList());
  }

  private boolean containsTheWord(String table) {
    return (boolean)
        entities
            .createNativeQuery(
                "select exists (select from %1$s where to_jsonb(%1$s)::text like ?1)"
                    .formatted(table),
                Boolean.class)
            .setParameter(1, "%" + word + "%")
            .getSingleResult();
  }
}
