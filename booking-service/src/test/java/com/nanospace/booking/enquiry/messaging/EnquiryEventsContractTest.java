package com.nanospace.booking.enquiry.messaging;

import static com.nanospace.booking.BookingClient.asAdmin;
import static com.nanospace.booking.ListingFixture.aListing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is really published keeps the published contract. */
@QuarkusTest
class EnquiryEventsContractTest {

  private static final String TOPIC = "booking.enquiry.v1";
  private static final String RECEIVED = "com.nanospace.enquiry.received.v1";
  private static final String STATUS_CHANGED = "com.nanospace.enquiry.status-changed.v1";

  private final TopicProbe topic = new TopicProbe(TOPIC);

  @ParameterizedTest
  @ValueSource(strings = {RECEIVED, STATUS_CHANGED})
  void theSamplesKeepTheirSchemas(String type) {
    assertThat(EventSchemas.violations(TOPIC, type, EventSchemas.sample(TOPIC, type))).isEmpty();
  }

  @Test
  void tellsWhatIsAskedAndHowFarItIs() {
    String id =
        given()
            .contentType(ContentType.JSON)
            .body(
                Map.of(
                    "name", "Vikram Shah",
                    "email", "vikram@example.com",
                    "property_id", aListing().known().id().toString(),
                    "budget", 50000,
                    "move_in_date", "2027-01-01"))
            .post("/api/enquiries")
            .then()
            .statusCode(201)
            .extract()
            .path("enquiry_id");
    move(id, "contacted");
    move(id, "contacted");
    move(id, "closed");

    assertThat(topic.awaitAll(id, 3, record -> true))
        .extracting(record -> TopicProbe.header(record, "ce_type"))
        .containsExactly(RECEIVED, STATUS_CHANGED, STATUS_CHANGED);
    assertThat(topic.awaitAll(id, 3, record -> true))
        .allSatisfy(
            record ->
                assertThat(
                        EventSchemas.violations(
                            TOPIC, TopicProbe.header(record, "ce_type"), record.value()))
                    .isEmpty());
  }

  private static void move(String id, String status) {
    asAdmin()
        .body(Map.of("status", status))
        .put("/api/admin/enquiries/{id}/status", id)
        .then()
        .statusCode(200);
  }
}
