package com.nanospace.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the suite says of itself: whatever tests and people did to it, all that must hold does. */
@ExtendWith(RunningSuite.class)
class AuditTest {

  private static final Pattern SOUND =
      Pattern.compile("(\\S+-service) +(\\w+) +([1-9][0-9,]*) rows  nothing wrong.*");

  @BeforeAll
  static void somebodyBooksAndAsks() {
    Person customer = Person.registeredAs("customer");
    String property = Listings.approved(Person.registeredAs("owner"), Person.admin());
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                customer
                    .asks()
                    .body(Map.of("property_id", property, "booking_type", "day", "quantity", 1))
                    .post("/api/bookings")
                    .then()
                    .statusCode(201));
    Gateway.anyone()
        .body(Map.of("name", "Ravi", "email", customer.email(), "message", "Is there parking?"))
        .post("/api/enquiries")
        .then()
        .statusCode(201);
  }

  /** Everything that is looked at was told to somebody within seconds. */
  @Test
  void findsNothingWrongAnywhere() {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(soundAudits())
                    .containsExactlyInAnyOrder(
                        "identity-service outbox",
                        "identity-service inbox",
                        "identity-service users",
                        "property-service outbox",
                        "property-service inbox",
                        "property-service listings",
                        "property-service occupancy",
                        "booking-service outbox",
                        "booking-service inbox",
                        "booking-service inventory",
                        "booking-service listings",
                        "booking-service customers",
                        "notification-service inbox",
                        "notification-service contacts",
                        "notification-service deliveries"));
  }

  /**
   * Audits that looked at something and found nothing wrong. Notification publishes nothing here.
   */
  private static List<String> soundAudits() throws IOException, InterruptedException {
    List<String> lines = RunningSuite.command("audit");
    assertThat(lines).last().asString().endsWith("rows looked at, nothing wrong");
    return lines.stream()
        .map(SOUND::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1) + " " + line.group(2))
        .toList();
  }
}
