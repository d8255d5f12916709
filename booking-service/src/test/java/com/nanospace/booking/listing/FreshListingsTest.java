package com.nanospace.booking.listing;

import static com.nanospace.booking.BookingClient.book;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.ListingFixture.aListing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.booking.ListingFixture;
import com.nanospace.booking.Neighbours;
import com.nanospace.testkit.EventSchemas;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FreshListingsTest {

  private static final String APPROVED = "com.nanospace.listing.approved.v1";

  private final UUID customer = UUID.randomUUID();
  private final ListingFixture listing = aListing();
  private final String path = "/internal/listings/" + listing.id();

  @Inject ObjectMapper json;

  @Test
  void booksAListingThatNoEventHasToldOfYet() throws JsonProcessingException {
    String sample = EventSchemas.sample("property.listing.v1", APPROVED);
    Neighbours.answer(
        path,
        sample.replace(json.readTree(sample).get("property_id").asText(), listing.id().toString()));

    book(customer, dayBooking(listing)).then().statusCode(201);
    book(customer, dayBooking(listing)).then().statusCode(201);

    assertThat(Neighbours.calls(path)).isEqualTo(1);
  }

  @Test
  void booksAListingThatWasApprovedAMomentAgo() throws JsonProcessingException {
    listing.as("pending").known();
    Neighbours.answer(path, json.writeValueAsString(listing.later().as("approved").state()));

    book(customer, dayBooking(listing)).then().statusCode(201);
    assertThat(Neighbours.calls(path)).isEqualTo(1);
  }

  @Test
  void asksOncePerRequestAndAnswersNotFound() {
    book(customer, dayBooking(listing)).then().statusCode(404);
    assertThat(Neighbours.calls(path)).isEqualTo(1);

    given().get("/api/properties/{id}/availability", listing.id()).then().statusCode(404);
    assertThat(Neighbours.calls(path)).isEqualTo(2);
  }

  @Test
  void saysThatItCannotKnowWhenPropertyServiceIsAway() {
    Neighbours.away(path);

    book(customer, dayBooking(listing))
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("dependency.unavailable"));
    assertThat(Neighbours.calls(path)).isEqualTo(1);
  }

  @Test
  void trustsWhatItKnowsWhenPropertyServiceIsAway() {
    listing.as("pending").known();
    Neighbours.away(path);

    book(customer, dayBooking(listing)).then().statusCode(404);
  }

  @Test
  void doesNotWaitForABodyThatNeverComes() {
    Neighbours.slow(path);
    Instant start = Instant.now();

    book(customer, dayBooking(listing)).then().statusCode(503);

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void ignoresAnAnswerOlderThanWhatIsKnown() throws JsonProcessingException {
    listing.withVersion(5).as("archived").known();
    Neighbours.answer(path, json.writeValueAsString(listing.withVersion(4).as("approved").state()));

    book(customer, dayBooking(listing)).then().statusCode(404);
  }
}
