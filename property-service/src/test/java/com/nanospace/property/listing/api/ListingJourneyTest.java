package com.nanospace.property.listing.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TestTokens;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListingJourneyTest {

  @Test
  void aListingIsCreatedApprovedAndFound() {
    String owner = TestTokens.owner(UUID.randomUUID());
    String admin = TestTokens.admin(UUID.randomUUID());
    String city = "Journey " + UUID.randomUUID();

    String id =
        given()
            .auth()
            .oauth2(owner)
            .contentType("application/json")
            .body(
                """
                {"name": "Lakeside", "type": "Coworking Space", "city": "%s", "address": "1 Road",
                 "latitude": 12.9, "longitude": "77.6", "price": "450.50", "period": "day",
                 "amenities": ["WiFi"], "total_seats": 10}
                """
                    .formatted(city))
            .post("/api/properties")
            .then()
            .log()
            .ifValidationFails()
            .statusCode(201)
            .body("property.status", equalTo("pending"))
            .body("property.type", equalTo("coworking"))
            .body("property.available_seats", equalTo(10))
            .body("property.approved_at", nullValue())
            .extract()
            .path("property.id");

    given().get("/api/properties/" + id).then().statusCode(404);
    given()
        .auth()
        .oauth2(admin)
        .put("/api/admin/properties/%s/approve".formatted(id))
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .body("property.status", equalTo("approved"));
    given()
        .queryParam("city", city.toUpperCase(java.util.Locale.ROOT))
        .queryParam("min_price", 400)
        .queryParam("amenities", "wifi")
        .queryParam("q", "lake")
        .queryParam("lat", 12.91)
        .queryParam("lng", 77.6)
        .queryParam("radius_km", 5)
        .get("/api/properties")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("properties.id", hasItem(id));
    given()
        .get("/internal/listings/" + id)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .body("version", equalTo(2));

    var event =
        new TopicProbe("property.listing.v1").await(id, "com.nanospace.listing.approved.v1");
    assertThat(
            EventSchemas.violations(
                "property.listing.v1", "com.nanospace.listing.approved.v1", event.value()))
        .isEmpty();
  }
}
