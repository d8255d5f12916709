package com.nanospace.booking.reservation.messaging;

import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.asOwner;
import static com.nanospace.booking.BookingClient.booked;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.ListingFixture.aListing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.booking.ListingFixture;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is really published keeps the published contract. */
@QuarkusTest
class BookingEventsContractTest {

  private static final String TOPIC = "booking.booking.v1";

  private final TopicProbe topic = new TopicProbe(TOPIC);
  private final ListingFixture listing = aListing();
  private final UUID customer = UUID.randomUUID();
  private String id;

  @BeforeEach
  void aBooking() {
    Map<String, Object> body = dayBooking(listing.known());
    body.put("notes", "A quiet corner");
    body.put("customer_email", "asha@example.com");
    id = booked(customer, body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"requested", "confirmed", "declined", "cancelled", "expired"})
  void theSamplesKeepTheirSchemas(String event) {
    String type = typeOf(event);

    assertThat(EventSchemas.violations(TOPIC, type, EventSchemas.sample(TOPIC, type))).isEmpty();
  }

  @Test
  void tellsThatABookingIsRequested() throws JsonProcessingException {
    JsonNode payload = published("requested");

    assertThat(payload.get("version").asInt()).isEqualTo(1);
    assertThat(payload.get("owner_id").asText()).isEqualTo(listing.ownerId().toString());
    assertThat(payload.get("customer_email").asText()).isEqualTo("asha@example.com");
    assertThat(payload.get("hold_expires_at").asText()).isEqualTo("2026-11-24T06:24:00Z");
  }

  @Test
  void tellsThatABookingIsConfirmedAndThenCancelled() throws JsonProcessingException {
    asOwner(listing.ownerId()).put("/api/bookings/{id}/confirm", id).then().statusCode(200);
    asCustomer(customer).put("/api/bookings/{id}/cancel", id).then().statusCode(200);
    asCustomer(customer).put("/api/bookings/{id}/cancel", id).then().statusCode(200);

    assertThat(published("confirmed").get("version").asInt()).isEqualTo(2);
    assertThat(published("cancelled").get("version").asInt()).isEqualTo(3);
    assertThat(types()).containsExactly("requested", "confirmed", "cancelled");
  }

  @Test
  void tellsThatABookingIsDeclined() throws JsonProcessingException {
    asOwner(listing.ownerId())
        .body(Map.of("reason", "Closed"))
        .put("/api/bookings/{id}/decline", id)
        .then()
        .statusCode(200);

    assertThat(published("declined").get("cancelled_by").asText()).isEqualTo("owner");
  }

  private JsonNode published(String event) throws JsonProcessingException {
    ConsumerRecord<String, String> record = topic.await(id, typeOf(event));
    assertThat(TopicProbe.header(record, "ce_source")).isEqualTo("/nanospace/booking-service");
    assertThat(TopicProbe.header(record, "ce_subject")).isEqualTo(id);
    assertThat(EventSchemas.violations(TOPIC, typeOf(event), record.value())).isEmpty();
    return new ObjectMapper().readTree(record.value());
  }

  private List<String> types() {
    return topic.awaitAll(id, 3, record -> true).stream()
        .map(record -> TopicProbe.header(record, "ce_type"))
        .map(type -> type.replace("com.nanospace.booking.", "").replace(".v1", ""))
        .toList();
  }

  private static String typeOf(String event) {
    return "com.nanospace.booking.%s.v1".formatted(event);
  }
}
