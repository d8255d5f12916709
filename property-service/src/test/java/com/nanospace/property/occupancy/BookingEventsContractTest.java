package com.nanospace.property.occupancy;

import static com.nanospace.property.PropertyClient.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nanospace.property.PropertyClient;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every booking event that is published can be read here, and moves the free seats. */
@QuarkusTest
class BookingEventsContractTest {

  private static final String TOPIC = "booking.booking.v1";

  private final TopicProbe bookings = new TopicProbe(TOPIC);
  private final PropertyClient owner = PropertyClient.owner();

  @Inject ObjectMapper json;
  @Inject Clock clock;

  @ParameterizedTest
  @CsvSource({
    "requested, 3, 7",
    "confirmed, 3, 7",
    "declined, 3, 10",
    "cancelled, 3, 10",
    "expired, 3, 10"
  })
  void everySampleIsApplied(String change, int quantity, int free) throws Exception {
    String property = owner.created(form());
    String type = typeOf(change);
    ObjectNode booking = sample(type, property).put("quantity", quantity);

    String key = booking.get("booking_id").textValue();
    bookings.publish(key, type, booking.toString());
    publishMarker(property, key);

    awaitFree(property, free - 1);
  }

  @Test
  void redeliveryAndStaleStatesChangeNothing() throws Exception {
    String property = owner.created(form());
    ObjectNode requested = sample(typeOf("requested"), property).put("quantity", 4);
    requested.put("version", 1);
    ObjectNode cancelled = requested.deepCopy().put("version", 2).put("status", "cancelled");
    String key = requested.get("booking_id").textValue();

    bookings.publish(key, typeOf("requested"), requested.toString());
    awaitFree(property, 6);
    bookings.publish(key, typeOf("cancelled"), cancelled.toString());
    awaitFree(property, 10);
    bookings.publish(key, typeOf("requested"), requested.toString());
    bookings.publish(key, "com.nanospace.booking.renamed.v9", requested.toString());
    publishMarker(property, key);

    awaitFree(property, 9);
  }

  @Test
  void onlyBookingsOfTodayCount() throws Exception {
    String property = owner.created(form());
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Kolkata")));
    publish(property, today.minusDays(5), today, 1, "seat");
    publish(property, today.plusDays(1), today.plusDays(9), 1, "month");
    publish(property, today, today.plusDays(1), 2, "day");
    publish(property, today.minusDays(30), today.plusDays(30), 3, "cabin");
    publish(property, today.minusDays(30), today.plusDays(30), 1, "month");

    awaitFree(property, 7);
  }

  @Test
  void withheldSeatsAreNotFreeEither() throws Exception {
    String property = owner.created(form());
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Kolkata")));
    publish(property, today, today.plusDays(1), 3, "day");
    awaitFree(property, 7);

    owner
        .update(property, Map.of("available_seats", 7))
        .body("property.available_seats", equalTo(7));
    owner
        .update(property, Map.of("available_seats", 5))
        .body("property.available_seats", equalTo(2));
    owner
        .update(property, Map.of("available_seats", 2))
        .body("property.available_seats", equalTo(2));
    owner
        .update(property, Map.of("available_seats", 1))
        .body("property.available_seats", equalTo(0));
  }

  @Test
  void anEventThatCannotBeReadIsParkedAndLaterOnesGoOn() throws Exception {
    String property = owner.created(form());
    String key = UUID.randomUUID().toString();

    bookings.publish(key, typeOf("requested"), "{\"booking_id\": 5");
    bookings.publish(new ProducerRecord<>(TOPIC, key, "no event at all"));
    publishMarker(property, key);

    awaitFree(property, 9);
    assertThat(new TopicProbe(TOPIC + ".property.dlq").awaitAll(key, 2, record -> true))
        .allSatisfy(
            record -> assertThat(TopicProbe.header(record, "dead-letter-reason")).isNotEmpty());
  }

  private void publish(
      String property, LocalDate start, LocalDate end, int quantity, String bookingType)
      throws Exception {
    ObjectNode booking = sample(typeOf("confirmed"), property);
    booking.put("start_date", start.toString()).put("end_date", end.toString());
    booking.put("quantity", quantity).put("booking_type", bookingType);
    bookings.publish(
        booking.get("booking_id").textValue(), typeOf("confirmed"), booking.toString());
  }

  /** One seat for today, behind what has that key: when it counts, the others have arrived. */
  private void publishMarker(String property, String key) throws Exception {
    ObjectNode marker = sample(typeOf("confirmed"), property).put("quantity", 1);
    bookings.publish(key, typeOf("confirmed"), marker.toString());
  }

  /** The published sample as a booking of that property which lasts over today. */
  private ObjectNode sample(String type, String property) throws Exception {
    ObjectNode booking = (ObjectNode) json.readTree(EventSchemas.sample(TOPIC, type));
    LocalDate today = LocalDate.now(clock);
    return booking
        .put("booking_id", UUID.randomUUID().toString())
        .put("property_id", property)
        .put("booking_type", "day")
        .put("start_date", today.minusDays(2).toString())
        .put("end_date", today.plusDays(3).toString());
  }

  private void awaitFree(String property, int seats) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> owner.get(property).body("property.available_seats", equalTo(seats)));
  }

  private static String typeOf(String change) {
    return "com.nanospace.booking.%s.v1".formatted(change);
  }
}
