package com.nanospace.property.listing.messaging;

import static com.nanospace.property.PropertyClient.form;
import static com.nanospace.property.PropertyClient.formWith;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.property.PropertyClient;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is really published keeps the contract that is published. */
@QuarkusTest
class ListingEventsContractTest {

  private static final String TOPIC = "property.listing.v1";

  private final TopicProbe topic = new TopicProbe(TOPIC);
  private final PropertyClient owner = PropertyClient.owner();
  private final PropertyClient admin = PropertyClient.admin();

  @Inject ObjectMapper json;

  @Test
  void aWholeLifeIsTold() throws Exception {
    String id =
        owner.created(
            formWith(
                "description",
                "Bright",
                "area",
                "Ulsoor",
                "latitude",
                12.9716,
                "longitude",
                77.5946,
                "price_per_seat",
                6500.5,
                "amenities",
                List.of("WiFi"),
                "images",
                List.of("https://example.com/a.jpg"),
                "total_cabins",
                4,
                "available_seats",
                8));
    admin.reject(id, "No photos").statusCode(200);
    owner.update(id, Map.of("total_seats", 12)).statusCode(200);
    admin.approve(id).statusCode(200);
    owner.update(id, Map.of("price_per_day", 475)).statusCode(200);
    owner.update(id, Map.of("name", "Hillside")).statusCode(200);
    admin.approve(id).statusCode(200);
    admin.approve(id).statusCode(200);
    owner.delete(id).statusCode(200);

    List<ConsumerRecord<String, String>> events = topic.awaitAll(id, 8, record -> true);

    assertThat(events)
        .extracting(event -> TopicProbe.header(event, "ce_type"))
        .containsExactly(
            "com.nanospace.listing.submitted.v1",
            "com.nanospace.listing.rejected.v1",
            "com.nanospace.listing.submitted.v1",
            "com.nanospace.listing.approved.v1",
            "com.nanospace.listing.changed.v1",
            "com.nanospace.listing.submitted.v1",
            "com.nanospace.listing.approved.v1",
            "com.nanospace.listing.archived.v1");
    long version = 0;
    for (ConsumerRecord<String, String> event : events) {
      assertThat(EventSchemas.violations(TOPIC, TopicProbe.header(event, "ce_type"), event.value()))
          .isEmpty();
      JsonNode state = json.readTree(event.value());
      assertThat(state.get("version").longValue()).isGreaterThan(version);
      version = state.get("version").longValue();
    }
    JsonNode last = json.readTree(events.getLast().value());
    assertThat(last.get("name").textValue()).isEqualTo("Hillside");
    assertThat(last.get("bookable_seats").intValue()).isEqualTo(10);
    assertThat(json.readTree(given().get("/internal/listings/" + id).asString())).isEqualTo(last);
  }

  @Test
  void whatAnAdminCreatesIsOneApproval() {
    String id = admin.created(form());

    ConsumerRecord<String, String> event = topic.await(id, "com.nanospace.listing.approved.v1");

    assertThat(EventSchemas.violations(TOPIC, "com.nanospace.listing.approved.v1", event.value()))
        .isEmpty();
  }

  @Test
  void theEventKnowsTheRequestThatCausedIt() {
    String requestId = "test-" + UUID.randomUUID();
    String id =
        owner
            .request()
            .header("X-Request-Id", requestId)
            .contentType("application/json")
            .body(form())
            .post("/api/properties")
            .then()
            .statusCode(201)
            .extract()
            .path("property.id");

    var event = topic.await(id, "com.nanospace.listing.submitted.v1");

    assertThat(TopicProbe.header(event, "x-request-id")).isEqualTo(requestId);
    assertThat(TopicProbe.header(event, "ce_source")).isEqualTo("/nanospace/property-service");
    assertThat(TopicProbe.header(event, "ce_subject")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"submitted", "approved", "rejected", "changed", "archived"})
  void thePublishedSamplesKeepTheirSchema(String change) {
    String type = "com.nanospace.listing.%s.v1".formatted(change);

    assertThat(EventSchemas.violations(TOPIC, type, EventSchemas.sample(TOPIC, type))).isEmpty();
  }

  @Test
  void aStateOfAnotherStatusBreaksTheSchema() {
    String sample = EventSchemas.sample(TOPIC, "com.nanospace.listing.submitted.v1");

    assertThat(EventSchemas.violations(TOPIC, "com.nanospace.listing.approved.v1", sample))
        .isNotEmpty();
  }
}
