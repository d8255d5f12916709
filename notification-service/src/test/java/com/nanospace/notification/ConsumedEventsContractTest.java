package com.nanospace.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every published sample is understood just as it is, and causes as many messages as it should. */
@QuarkusTest
class ConsumedEventsContractTest {

  @Inject DataSource database;

  @BeforeEach
  void openMailbox() {
    Mailbox.open();
  }

  @ParameterizedTest
  @CsvSource({
    "identity.user.v1, user.registered, 1",
    "identity.user.v1, user.verified, 0",
    "identity.user.v1, user.password-changed, 1",
    "identity.user.v1, user.profile-changed, 0",
    "identity.user.v1, user.role-changed, 0",
    "identity.user.v1, user.suspended, 0",
    "identity.user.v1, user.reactivated, 0",
    "identity.user.v1, user.sessions-revoked, 0",
    "property.listing.v1, listing.submitted, 0",
    "property.listing.v1, listing.approved, 1",
    "property.listing.v1, listing.rejected, 1",
    "property.listing.v1, listing.changed, 0",
    "property.listing.v1, listing.archived, 0",
    "booking.booking.v1, booking.requested, 2",
    "booking.booking.v1, booking.confirmed, 2",
    "booking.booking.v1, booking.declined, 2",
    "booking.booking.v1, booking.cancelled, 2",
    "booking.booking.v1, booking.expired, 2",
    "booking.enquiry.v1, enquiry.received, 2",
    "booking.enquiry.v1, enquiry.status-changed, 0",
    // The last, for the samples are all of one person.
    "identity.user.v1, user.erased, 0"
  })
  void takesTheSample(String topic, String name, int messages) throws SQLException {
    String type = "com.nanospace.%s.v1".formatted(name);
    String key = UUID.randomUUID().toString();

    String eventId = new TopicProbe(topic).publish(key, type, EventSchemas.sample(topic, type));

    await(type)
        .atMost(Duration.ofSeconds(20))
        .until(() -> count("inbox", "consumer = 'notification' and event_id", eventId) == 1);
    assertThat(count("delivery", "event_id", eventId)).isEqualTo(messages);
  }

  private int count(String table, String column, String value) throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select count(*) from %s where %s = ?".formatted(table, column))) {
      query.setString(1, value);
      try (var result = query.executeQuery()) {
        result.next();
        return result.getInt(1);
      }
    }
  }
}
