package com.nanospace.property.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.testkit.AuditProbe;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OccupancyAuditTest {

  private static final String TOPIC = "booking.booking.v1";
  private static final String CONFIRMED = "com.nanospace.booking.confirmed.v1";

  private final UUID booking = UUID.randomUUID();

  @BeforeEach
  void aBookingIsTold() {
    String sample = EventSchemas.sample(TOPIC, CONFIRMED);
    new TopicProbe(TOPIC)
        .publish(
            booking.toString(),
            CONFIRMED,
            sample.replaceFirst(
                "(\"booking_id\"\\s*:\\s*)\"[^\"]+\"", "$1\"%s\"".formatted(booking)));
    await().until(() -> tamper("update occupancy set unit = unit where booking_id = ?") == 1);
  }

  @Test
  void findsNothingWrongInABookingThatIsFollowed() {
    AuditProbe audit = AuditProbe.of("occupancy");

    assertThat(audit.rows()).isGreaterThanOrEqualTo(2);
    assertThat(audit.about(booking)).isEmpty();
  }

  @Test
  void findsABookingThatStillHoldsWhatItGaveBack() {
    tamper("update occupancy set holding = not holding where booking_id = ?");

    assertThat(AuditProbe.of("occupancy").about(booking))
        .singleElement()
        .asString()
        .contains("has another holding than event");
  }

  @Test
  void findsABookingThatIsBehind() {
    tamper("update occupancy set version = 0 where booking_id = ?");

    assertThat(AuditProbe.of("occupancy").about(booking))
        .singleElement()
        .asString()
        .contains("has version 0, though event");
  }

  @Test
  void findsABookingThatIsMissing() {
    tamper("delete from occupancy where booking_id = ?");

    assertThat(AuditProbe.of("occupancy").about(booking))
        .singleElement()
        .asString()
        .contains("is missing, though event");
  }

  private int tamper(String sql) {
    return AuditProbe.tamper(sql, booking);
  }
}
