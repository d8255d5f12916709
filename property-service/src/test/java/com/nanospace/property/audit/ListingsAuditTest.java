package com.nanospace.property.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.property.PropertyClient;
import com.nanospace.testkit.AuditProbe;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListingsAuditTest {

  private UUID listing;

  @BeforeEach
  void anApprovedListing() {
    String id =
        PropertyClient.owner()
            .approved(
                PropertyClient.formWith(
                    "amenities", List.of("WiFi"), "available_seats", 8, "total_cabins", 3));
    new TopicProbe("property.listing.v1").await(id, "com.nanospace.listing.approved.v1");
    listing = UUID.fromString(id);
  }

  @Test
  void findsNothingWrongInAListingThatWasTold() {
    AuditProbe audit = AuditProbe.of("listings");

    assertThat(audit.rows()).isGreaterThanOrEqualTo(3);
    assertThat(audit.about(listing)).isEmpty();
  }

  @Test
  void findsAChangeThatNobodyWasTold() {
    AuditProbe.tamper("update listing set version = version + 1 where id = ?", listing);

    assertThat(AuditProbe.of("listings").about(listing))
        .singleElement()
        .asString()
        .contains("and the newest event", "tells of version");
  }

  @Test
  void findsAPriceThatNobodyWasTold() {
    AuditProbe.tamper("update listing set price_per_day = 1 where id = ?", listing);

    assertThat(AuditProbe.of("listings").about(listing))
        .singleElement()
        .asString()
        .contains("has another price_per_day than its newest event");
  }
}
