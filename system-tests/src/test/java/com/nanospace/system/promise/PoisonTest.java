package com.nanospace.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An event that can't be handled stands in nobody's way, and is not lost. */
@ExtendWith(RunningSuite.class)
@SuppressWarnings("try") // what is closed is the state that the test is in
class PoisonTest {

  private static final String TOPIC = "booking.booking.v1";
  private static final String DEAD_LETTERS = TOPIC + ".notification.dlq";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Person customer = Person.registeredAs("customer");
  private final Stays stays = new Stays();

  @Test
  void whatNobodyCanReadIsParkedWithItsReasonAndLaterEventsGoOn() {
    String booking = stays.booking(customer, 0).send().json().at("/booking/id").asText();

    // Under the key of a booking, so that its later events come behind it.
    Topics.publish(event(booking, "{\"booking_id\": \"not an id\"}"));
    cancel(booking);

    customer.mailbox().awaitMessage("cancelled");
    for (String consumer : List.of("notification", "property")) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(Topics.read(TOPIC + "." + consumer + ".dlq", booking))
                      .isNotEmpty()
                      .allSatisfy(
                          letter ->
                              assertThat(Topics.header(letter, "dead-letter-reason"))
                                  .contains("does not fit")));
    }
  }

  @Test
  void anEventThatAFaultHasParkedTakesEffectOnceItIsPutBack() throws Exception {
    String booking;
    try (Fault fault = Fault.inNotifications()) {
      booking = stays.booking(customer, 0).send().json().at("/booking/id").asText();
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(Topics.read(DEAD_LETTERS, booking)).hasSize(1));
    }
    assertThat(mailsAbout(stays)).isEmpty();

    assertThat(redrive()).anyMatch(line -> line.contains(DEAD_LETTERS));
    stays.owner.mailbox().awaitMessage(customer.name());

    // What is parked for good keeps coming back; this one has not been put back again.
    redrive();
    assertThat(Topics.read(TOPIC, booking))
        .extracting(PoisonTest::id)
        .as("the same event, twice")
        .hasSize(2)
        .containsOnly(id(Topics.read(TOPIC, booking).getFirst()));
    assertThat(mailsAbout(stays)).hasSize(1);
  }

  private List<Map<String, String>> mailsAbout(Stays stays) {
    return stays.owner.mailbox().messages().stream()
        .filter(mail -> mail.get("text").contains(customer.name()))
        .toList();
  }

  private static List<String> redrive() throws IOException, InterruptedException {
    return RunningSuite.command("redrive");
  }

  private void cancel(String booking) {
    assertThat(
            Call.put(customer, "/api/bookings/%s/cancel".formatted(booking), Map.of())
                .send()
                .status())
        .isEqualTo(200);
  }

  private static String id(ConsumerRecord<String, String> record) {
    return Topics.header(record, "ce_id");
  }

  private static ProducerRecord<String, String> event(String key, String payload) {
    var record = new ProducerRecord<>(TOPIC, key, payload);
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_type", "com.nanospace.booking.confirmed.v1",
            "ce_source", "/nanospace/elsewhere",
            "ce_subject", key,
            "content-type", "application/json")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  /** A release that does not fit its schema, say: notification-service can't store deliveries. */
  private record Fault(Connection database) implements AutoCloseable {

    static Fault inNotifications() throws SQLException {
      Fault fault = new Fault(Suite.database("notification"));
      fault.run("alter table delivery rename to delivery_away");
      return fault;
    }

    @Override
    public void close() throws SQLException {
      run("alter table delivery_away rename to delivery");
      database.close();
    }

    private void run(String sql) throws SQLException {
      try (Statement statement = database.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
