package com.nanospace.kit.observe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.kit.Ids;
import com.nanospace.kit.outbox.NewEvent;
import com.nanospace.kit.outbox.Outbox;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsTest {

  private final TopicProbe notes = new TopicProbe("kit.note.v1");
  private final String key = UUID.randomUUID().toString();

  @Inject Outbox outbox;

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Test
  void countsAChangeOnceItIsCommitted() {
    QuarkusTransaction.begin();
    append("com.nanospace.metric-probe.undone.v1");
    QuarkusTransaction.rollback();
    QuarkusTransaction.requiringNew().run(() -> append("com.nanospace.metric-probe.done.v1"));

    assertThat(
            value(
                "nanospace_changes_total",
                "aggregate=\"metric-probe\"",
                "change=\"done\"",
                "service=\"kit-test\""))
        .isEqualTo(1);
    assertThat(scraped()).noneMatch(line -> line.contains("undone"));
  }

  @Test
  void countsEventsByWhatBecameOfThem() {
    double appliedBefore = handled("applied");
    double repeatedBefore = handled("repeated");
    double parkedBefore = handled("parked");
    String id = Ids.next().toString();
    String type = "com.nanospace.note.noted.v1";
    String once = "{\"text\": \"counted %s\"}".formatted(key);

    notes.publish(key, id, type, once);
    notes.publish(key, id, type, once);
    notes.publish(key, type, "{\"text\": \"poison %s\"}".formatted(key));

    // Other tests send notes too.
    await()
        .untilAsserted(
            () -> {
              assertThat(handled("applied")).isGreaterThan(appliedBefore);
              assertThat(handled("repeated")).isGreaterThan(repeatedBefore);
              assertThat(handled("parked")).isGreaterThan(parkedBefore);
            });
    assertThat(value("nanospace_events_delay_seconds_count", "topic=\"kit.note.v1\"")).isPositive();
    assertThat(value("nanospace_events_retries_total", "topic=\"kit.note.v1\"")).isPositive();
  }

  @Test
  void countsRefusalsByTheirCode() {
    given().get("/nothing/here").then().statusCode(404);

    assertThat(value("nanospace_refusals_total", "code=\"not_found\"")).isPositive();
  }

  @Test
  void tellsTheDepthAndAgeOfTheOutbox() {
    // Unknown, NaN, until it is read for the first time.
    await()
        .untilAsserted(
            () ->
                assertThat(scraped())
                    .anyMatch(line -> line.matches("nanospace_outbox_pending\\{.*} [0-9.]+"))
                    .anyMatch(
                        line ->
                            line.matches("nanospace_outbox_oldest_age_seconds\\{.*} [0-9.E-]+")));
  }

  private void append(String type) {
    outbox.append(new NewEvent("kit.thing.v1", key, type, Map.of()));
  }

  private double handled(String outcome) {
    return value(
        "nanospace_events_handling_seconds_count",
        "topic=\"kit.note.v1\"",
        "outcome=\"%s\"".formatted(outcome));
  }

  /** The value of the first line with that name and those labels; 0 when there is none. */
  private double value(String name, String... labels) {
    return scraped().stream()
        .filter(line -> line.startsWith(name + "{"))
        .filter(line -> List.of(labels).stream().allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElse(0);
  }

  private List<String> scraped() {
    return given().get(metrics).then().statusCode(200).extract().asString().lines().toList();
  }
}
