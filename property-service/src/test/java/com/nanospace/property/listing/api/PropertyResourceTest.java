package com.nanospace.property.listing.api;

import static com.nanospace.property.PropertyClient.form;
import static com.nanospace.property.PropertyClient.formWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.property.PropertyClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PropertyResourceTest {

  private final PropertyClient owner = PropertyClient.owner();

  @Test
  void aNewPropertyShowsAllItsFields() {
    owner
        .create(
            formWith(
                "description", "Bright",
                "area", "Ulsoor",
                "latitude", "12.9716",
                "longitude", 77.59456270000001,
                "price_per_seat", "6500.50",
                "price_per_cabin", 24000,
                "price_per_month", "",
                "amenities", List.of("WiFi", " wifi ", "Parking"),
                "images", List.of("https://example.com/ä.jpg"),
                "total_cabins", "4",
                "available_seats", 8,
                "surprise", "ignored",
                "status", "approved",
                "owner_id", UUID.randomUUID()))
        .log()
        .ifValidationFails()
        .statusCode(201)
        .body("message", notNullValue())
        .body("property.owner_id", equalTo(owner.id().toString()))
        .body("property.status", equalTo("pending"))
        .body("property.latitude", equalTo(12.9716f))
        .body("property.price_per_seat", equalTo(6500.50f))
        .body("property.price_per_month", nullValue())
        .body("property.currency", equalTo("INR"))
        .body("property.time_zone", equalTo("Asia/Kolkata"))
        .body("property.amenities", contains("WiFi", "Parking"))
        .body("property.total_cabins", equalTo(4))
        .body("property.total_seats", equalTo(10))
        .body("property.available_seats", equalTo(8))
        .body("property.submitted_at", notNullValue())
        .body("property.approved_at", nullValue())
        .body("property", not(hasKey("surprise")));
  }

  @Test
  void noFieldOfTheContractIsMissing() {
    Map<String, Object> property = owner.create(form()).extract().path("property");

    assertThat(property)
        .containsOnlyKeys(
            ("id owner_id name type description city area address latitude longitude"
                    + " price_per_seat price_per_cabin price_per_month price_per_day currency"
                    + " amenities images total_seats total_cabins available_seats time_zone"
                    + " status rejection_reason submitted_at approved_at rejected_at created_at"
                    + " updated_at")
                .split(" "));
  }

  @ParameterizedTest
  @CsvSource({"seat, price_per_seat", "day, price_per_day", "Month, price_per_month"})
  void priceWithPeriodIsShorthand(String period, String field) {
    String id =
        owner
            .create(formWith("price_per_day", null, "price", "99.5", "period", period))
            .statusCode(201)
            .body("property." + field, equalTo(99.5f))
            .extract()
            .path("property.id");

    owner
        .update(id, Map.of("price", 100, "period", period))
        .statusCode(200)
        .body("property." + field, equalTo(100f));
  }

  @Test
  void whatAnAdminCreatesIsApprovedAtOnce() {
    PropertyClient.admin()
        .create(form())
        .statusCode(201)
        .body("property.status", equalTo("approved"))
        .body("property.approved_at", notNullValue());
  }

  @Test
  void theSameKeyReplaysTheSameReply() {
    String key = UUID.randomUUID().toString();

    Response first = createWithKey(key, form());
    Response second = createWithKey(key, form());
    Response other = createWithKey(key, formWith("name", "Other"));

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.jsonPath().getMap("property")).isEqualTo(first.jsonPath().getMap("property"));
    assertThat(other.statusCode()).isEqualTo(422);
    mine().body("total", equalTo(1));
  }

  private Response createWithKey(String key, Object form) {
    return owner
        .request()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(form)
        .post("/api/properties");
  }

  @Test
  void myPropertiesAreCountedAndPaged() {
    owner.approved(form());
    owner.created(form());
    String archived = owner.created(form());
    owner.delete(archived).statusCode(200);
    PropertyClient.owner().created(form());

    mine()
        .body("total", equalTo(2))
        .body("properties", hasSize(2))
        .body("properties.id", not(hasItem(archived)))
        .body("stats.total", equalTo(2))
        .body("stats.pending", equalTo(1))
        .body("stats.approved", equalTo(1))
        .body("stats.rejected", equalTo(0));
    owner
        .request()
        .get("/api/properties/my-properties?page=2&per_page=1")
        .then()
        .body("page", equalTo(2))
        .body("per_page", equalTo(1))
        .body("pages", equalTo(2))
        .body("properties", hasSize(1));
  }

  private ValidatableResponse mine() {
    return owner.request().get("/api/properties/my-properties").then().statusCode(200);
  }

  @Test
  void whatIsDeletedIsGone() {
    String id = owner.approved(form());

    owner.delete(id).statusCode(200).body("message", notNullValue());

    owner.delete(id).statusCode(404);
    owner.get(id).statusCode(404);
    owner.update(id, Map.of("name", "x")).statusCode(404);
    PropertyClient.anonymous().get(id).statusCode(404);
    PropertyClient.admin().get(id).statusCode(200).body("property.status", equalTo("archived"));
    PropertyClient.admin().delete(id).statusCode(404);
    PropertyClient.admin()
        .update(id, Map.of("name", "x"))
        .statusCode(409)
        .body("code", equalTo("property.archived"));
    PropertyClient.admin().approve(id).statusCode(409).body("code", equalTo("property.archived"));
  }

  @Test
  void unknownIdsAreNotFound() {
    for (String id : List.of(UUID.randomUUID().toString(), "1", "not-an-id", "%00")) {
      owner.request().urlEncodingEnabled(false).get("/api/properties/" + id).then().statusCode(404);
    }
    owner.delete(UUID.randomUUID().toString()).statusCode(404);
    owner.update(UUID.randomUUID().toString(), Map.of()).statusCode(404);
  }

  @Test
  void pathsWorkWithATrailingSlash() {
    PropertyClient.anonymous().request().get("/api/properties/").then().statusCode(200);
    owner.request().get("/api/properties/my-properties/").then().statusCode(200);
  }
}
