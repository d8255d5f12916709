package com.nanospace.booking.audit;

import static com.nanospace.booking.ListingFixture.aListing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.booking.ListingFixture;
import com.nanospace.testkit.AuditProbe;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListingsAuditTest {

  private final ListingFixture listing = aListing().withVersion(4);

  @Inject ObjectMapper json;

  @BeforeEach
  void aListingIsTold() throws JsonProcessingException {
    new TopicProbe("property.listing.v1")
        .publish(
            listing.id().toString(),
            "com.nanospace.listing.changed.v1",
            json.writeValueAsString(listing.state()));
    await().until(() -> tamper("update listing set name = name where id = ?") == 1);
  }

  @Test
  void findsNothingWrongInAReplicaThatFollows() {
    AuditProbe audit = AuditProbe.of("listings");

    assertThat(audit.rows()).isGreaterThanOrEqualTo(2);
    assertThat(audit.about(listing.id())).isEmpty();
  }

  @Test
  void findsAReplicaThatIsBehind() {
    tamper("update listing set version = 3 where id = ?");

    assertThat(AuditProbe.of("listings").about(listing.id()))
        .singleElement()
        .asString()
        .contains("has version 3, though event", "with version 4 took effect");
  }

  @Test
  void findsAReplicaThatDiffers() {
    tamper("update listing set price_per_day = 1, bookable_seats = null where id = ?");

    assertThat(AuditProbe.of("listings").about(listing.id()))
        .singleElement()
        .asString()
        .contains("has another bookable_seats, price_per_day than event");
  }

  @Test
  void findsAReplicaThatIsMissing() {
    tamper("delete from listing where id = ?");

    assertThat(AuditProbe.of("listings").about(listing.id()))
        .singleElement()
        .asString()
        .contains("is missing, though event");
  }

  @Test
  void findsAReplicaThatKnowsWhatNobodyTold() {
    tamper("update listing set version = 5 where id = ?");

    assertThat(AuditProbe.of("listings").about(listing.id()))
        .singleElement()
        .asString()
        .contains("has version 5, and the topic tells of none after 4");
  }

  private int tamper(String sql) {
    return AuditProbe.tamper(sql, listing.id());
  }
}
