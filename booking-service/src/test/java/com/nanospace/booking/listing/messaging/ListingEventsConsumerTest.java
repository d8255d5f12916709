package com.nanospace.booking.listing.messaging;

import static com.nanospace.booking.ListingFixture.aListing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.booking.ListingFixture;
import com.nanospace.booking.listing.Listing;
import com.nanospace.booking.listing.Listings;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ListingEventsConsumerTest {

  private static final String TOPIC = "property.listing.v1";
  private static final String CHANGED = "com.nanospace.listing.changed.v1";

  private final TopicProbe topic = new TopicProbe(TOPIC);

  @Inject Listings listings;
  @Inject ObjectMapper json;

  @ParameterizedTest
  @ValueSource(strings = {"submitted", "approved", "rejected", "changed", "archived"})
  void appliesThePublishedSample(String event) throws JsonProcessingException {
    String type = "com.nanospace.listing.%s.v1".formatted(event);
    UUID id = UUID.randomUUID();
    String sample = EventSchemas.sample(TOPIC, type);
    String known = json.readTree(sample).get("property_id").asText();

    topic.publish(id.toString(), type, sample.replace(known, id.toString()));

    Listing listing = awaitVersion(id, json.readTree(sample).get("version").asLong());
    assertThat(listing.name()).isEqualTo(json.readTree(sample).get("name").asText());
    assertThat(listing.isApproved())
        .isEqualTo(json.readTree(sample).get("status").asText().equals("approved"));
  }

  @Test
  void endsAtTheNewestStateInWhateverOrderStatesCome() {
    ListingFixture listing = aListing();
    List<Long> versions =
        IntStream.range(0, 24).mapToObj(n -> n % 12 + 1L).collect(Collectors.toList());
    long seed = new Random().nextLong();
    Collections.shuffle(versions, new Random(seed));

    versions.forEach(
        version -> publish(listing.withVersion(version).withSeats(version.intValue())));
    publish(listing.withVersion(13).withSeats(13));
    publish(listing.withVersion(4).withSeats(4));
    ListingFixture last = aListing();
    publish(last);

    awaitVersion(last.id(), 1);
    assertThat(awaitVersion(listing.id(), 13).bookableSeats()).as("seed %d", seed).contains(13);
  }

  @Test
  void parksWhatItCannotReadAndGoesOn() {
    ListingFixture next = aListing();
    String key = UUID.randomUUID().toString();

    topic.publish(key, CHANGED, "{\"property_id\": 5");
    publish(next);

    new TopicProbe("property.listing.v1.booking.dlq").await(key, CHANGED);
    awaitVersion(next.id(), 1);
  }

  @Test
  void ignoresTypesItDoesNotKnow() {
    ListingFixture next = aListing();

    topic.publish(UUID.randomUUID().toString(), "com.nanospace.weather.changed.v1", "{}");
    publish(next);

    awaitVersion(next.id(), 1);
  }

  private void publish(ListingFixture listing) {
    try {
      topic.publish(listing.id().toString(), CHANGED, json.writeValueAsString(listing.state()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private Listing awaitVersion(UUID id, long version) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> read(id), listing -> listing != null && listing.version() == version);
  }

  @Transactional
  Listing read(UUID id) {
    return listings.findById(id);
  }
}
