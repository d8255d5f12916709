package com.nanospace.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import com.nanospace.system.promise.Call.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was committed reaches Kafka, in order, whatever dies or stands still in between. */
@ExtendWith(RunningSuite.class)
@SuppressWarnings("try") // what is closed is the state that the test is in
class OutboxTest {

  private static final String TOPIC = "booking.booking.v1";

  /** OutboxRelay's own. */
  private static final long RELAY_LOCK = 0x6e616e6f_6f757462L;

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Person customer = Person.registeredAs("customer");
  private final Stays stays = new Stays();

  @Test
  void anEventSurvivesTheDeathOfItsServiceBetweenCommitAndPublication() throws SQLException {
    String booking;
    try (var relays = heldBack()) {
      Answer answer = stays.booking(customer, 0).send();
      assertThat(answer.status()).isEqualTo(201);
      booking = answer.json().at("/booking/id").asText();
      Part.of("booking").forEach(Part::kill);
      assertThat(Topics.read(TOPIC, booking)).as("published before the kill").isEmpty();
    }
    Part.awaitAllReady();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Topics.read(TOPIC, booking))
                    .isNotEmpty()
                    .allMatch(record -> type(record).endsWith("booking.requested.v1")));
    customer.mailbox().awaitMessage("booking");
  }

  @Test
  void writesGoOnWithoutKafkaAndTheBacklogFollowsInOrder() {
    List<String> bookings = new ArrayList<>();
    try (var kafka = Part.pause(List.of(Part.KAFKA))) {
      for (int day = 0; day < 10; day++) {
        Answer answer = stays.booking(customer, day).send();
        assertThat(answer.status()).isEqualTo(201);
        bookings.add(answer.json().at("/booking/id").asText());
      }
      for (String booking : bookings) {
        assertThat(confirm(booking).status()).isEqualTo(200);
        assertThat(cancel(booking).status()).isEqualTo(200);
      }
      // They take bookings, so they are ready, with or without a broker.
      assertThat(Part.of("booking")).allMatch(Part::isReady);
    }

    for (String booking : bookings) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(Topics.read(TOPIC, booking))
                      .extracting(OutboxTest::type)
                      .containsExactly(
                          "com.nanospace.booking.requested.v1",
                          "com.nanospace.booking.confirmed.v1",
                          "com.nanospace.booking.cancelled.v1"));
    }
  }

  /** No relay of booking-service publishes until the result is closed: its lock is taken. */
  private static Connection heldBack() throws SQLException {
    Connection database = Suite.database("booking");
    try (var lock = database.prepareStatement("select pg_advisory_lock(?)")) {
      lock.setLong(1, RELAY_LOCK);
      lock.execute();
    }
    return database;
  }

  private Answer confirm(String booking) {
    return Call.put(stays.owner, "/api/bookings/%s/confirm".formatted(booking), Map.of()).send();
  }

  private Answer cancel(String booking) {
    return Call.put(customer, "/api/bookings/%s/cancel".formatted(booking), Map.of()).send();
  }

  private static String type(ConsumerRecord<String, String> record) {
    return Topics.header(record, "ce_type");
  }
}
