package com.nanospace.property.listing;

import static com.nanospace.property.PropertyClient.form;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nanospace.property.PropertyClient;
import com.nanospace.testkit.TrailProbe;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DecisionTrailTest {

  private final PropertyClient admin = PropertyClient.admin();

  @Test
  void tellsWhoRejectedAListingAndWhy() {
    String listing = PropertyClient.owner().created(form());

    admin.reject(listing, "No photos").statusCode(200);

    JsonNode line = new TrailProbe("property").await(listing);
    assertThat(line.path("action").asText()).isEqualTo("listing.rejected");
    assertThat(line.path("actor_id").asText()).isEqualTo(String.valueOf(admin.id()));
    assertThat(line.path("actor_role").asText()).isEqualTo("admin");
    assertThat(line.at("/before/status").asText()).isEqualTo("pending");
    assertThat(line.at("/after/status").asText()).isEqualTo("rejected");
    assertThat(line.at("/after/reason").asText()).isEqualTo("No photos");
  }

  @Test
  void tellsWhoApprovedAListing() {
    String listing = PropertyClient.owner().created(form());

    admin.approve(listing).statusCode(200);

    assertThat(new TrailProbe("property").await(listing).path("action").asText())
        .isEqualTo("listing.approved");
  }
}
