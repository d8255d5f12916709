package com.nanospace.property.listing.api;

import static com.nanospace.property.PropertyClient.form;
import static com.nanospace.property.PropertyClient.formWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.property.PropertyClient;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class PropertyResourceTest {

  private final PropertyClient owner = PropertyClient.owner();

  static List<Arguments> invalidFields() {
    String long101 = "x".repeat(101);
    return List.of(
        invalid("name", null),
        invalid("name", " \u2003\u00a0"),
        invalid("name", "x".repeat(201)),
        invalid("name", 5),
        invalid("name", List.of("x")),
        invalid("name", "a\u0000b"),
        invalid("type", null),
        invalid("type", "castle"),
        invalid("type", long101),
        invalid("city", null),
        invalid("city", ""),
        invalid("city", long101),
        invalid("address", null),
        invalid("address", "x".repeat(501)),
        invalid("area", long101),
        invalid("area", Map.of()),
        invalid("description", "x".repeat(5001)),
        invalid("description", 1.5),
        invalid("latitude", 91, "longitude", 0),
        invalid("latitude", "north", "longitude", 0),
        invalid("latitude", "1e-400", "longitude", 0),
        invalid("longitude", -181, "latitude", 0),
        invalid("latitude", null, "longitude", 5),
        invalid("longitude", null, "latitude", 5),
        invalid("price_per_seat", -1),
        invalid("price_per_seat", 100_000_001),
        invalid("price_per_cabin", 1.005),
        invalid("price_per_month", "1e400000000"),
        invalid("price_per_month", "1e-400000000"),
        invalid("price_per_day", true),
        invalid("price_per_day", "much"),
        invalid("price", -5, "period", "day"),
        invalid("period", "year", "price", 5),
        invalid("period", null, "price", 5),
        invalid("currency", "RUPEE"),
        invalid("currency", "x".repeat(5000)),
        invalid("amenities", "wifi"),
        invalid("amenities", Collections.nCopies(51, "wifi")),
        invalid("amenities[0]", "amenities", List.of("x".repeat(51))),
        invalid("amenities[1]", "amenities", Arrays.asList("wifi", null)),
        invalid("amenities[0]", "amenities", List.of(" ")),
        invalid("amenities[0]", "amenities", List.of(5)),
        invalid("images", Collections.nCopies(21, "https://example.com/a.jpg")),
        invalid("images[0]", "images", List.of("javascript:alert(1)")),
        invalid("images[0]", "images", List.of("data:image/png;base64,AAAA")),
        invalid("images[0]", "images", List.of("//example.com/a.jpg")),
        invalid("images[0]", "images", List.of("/api/uploads/../admin")),
        invalid("images[0]", "images", List.of("https://user:secret@example.com/a.jpg")),
        invalid("images[0]", "images", List.of("https://example.com/" + "x".repeat(490))),
        invalid("images[0]", "images", Arrays.asList((Object) null)),
        invalid("total_seats", 0),
        invalid("total_seats", 100_001),
        invalid("total_seats", 2.5),
        invalid("total_seats", "ten"),
        invalid("total_cabins", 0),
        invalid("total_cabins", "1e400000000"),
        invalid("available_seats", 11),
        invalid("available_seats", -1),
        invalid("available_seats", 5, "total_seats", null),
        invalid("time_zone", "Mars/Olympus"));
  }

  private static Arguments invalid(String field, Object value, Object... more) {
    Map<String, Object> form = formWith(more);
    form.put(field, value);
    return Arguments.of(field, form);
  }

  private static Arguments invalid(String field, String member, List<?> value) {
    return Arguments.of(field, formWith(member, value));
  }

  @ParameterizedTest
  @MethodSource("invalidFields")
  void eachWrongFieldIsNamed(String field, Map<String, Object> form) {
    owner
        .create(form)
        .log()
        .ifValidationFails()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("request.invalid"))
        .body("errors.field", hasItem(field));
  }

  @ParameterizedTest
  @MethodSource("invalidFields")
  void aChangeObeysTheSameRules(String field, Map<String, Object> patch) {
    String id = owner.created(form());

    owner
        .update(id, patch)
        .log()
        .ifValidationFails()
        .statusCode(400)
        .body("code", equalTo("request.invalid"))
        .body("errors.field", hasItem(field));
  }

  @Test
  void allWrongFieldsAreNamedAtOnce() {
    owner
        .create(Map.of("name", "", "total_seats", 0, "price_per_day", -1))
        .statusCode(400)
        .body(
            "errors.field",
            contains("address", "city", "name", "price_per_day", "total_seats", "type"));
  }

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
        .body("property", not(org.hamcrest.Matchers.hasKey("surprise")));
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
  void malformedBodiesAreRefused() {
    String id = owner.created(form());
    for (String body : List.of("{", "[]", "\"x\"", "{\"name\": \"\\ud800\"}", "", "null")) {
      owner.create(body).log().ifValidationFails().statusCode(400);
      owner.update(id, body).log().ifValidationFails().statusCode(400);
    }
  }

  @Test
  void aJsonBodyOfMoreThanOneMegabyteIsTooLarge() {
    owner
        .create(formWith("description", "x".repeat(3 << 20)))
        .statusCode(413)
        .body("code", equalTo("request.too_large"));
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
  void onlyTheFieldsThatAreSentChange() {
    String id =
        owner.created(
            formWith("description", "Bright", "area", "Ulsoor", "amenities", List.of("x")));
    Map<String, Object> before = owner.get(id).extract().path("property");
    Map<String, Object> patch = new HashMap<>();
    patch.put("price_per_day", 500);
    patch.put("area", null);

    Map<String, Object> after = owner.update(id, patch).statusCode(200).extract().path("property");

    assertThat(after).containsEntry("price_per_day", 500f).containsEntry("area", null);
    for (String changed : List.of("price_per_day", "area", "updated_at")) {
      before.remove(changed);
      after.remove(changed);
    }
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aRequiredFieldCannotBeCleared() {
    String id = owner.created(form());

    owner.update(id, "{\"name\": null}").statusCode(400).body("errors.field", contains("name"));
  }

  @Test
  void aChangeOfAnApprovedPropertyMayNeedApprovalAgain() {
    String id = owner.approved(form());

    owner.update(id, Map.of("price_per_day", 1)).body("property.status", equalTo("approved"));
    owner.update(id, Map.of("name", "Hillside")).body("property.status", equalTo("pending"));

    PropertyClient.anonymous().get(id).statusCode(404);
  }

  @Test
  void anEmptyChangeChangesNothing() {
    String id = owner.approved(form());
    Map<String, Object> before = owner.get(id).extract().path("property");

    owner.update(id, Map.of()).statusCode(200);
    owner.update(id, before).statusCode(200).body("property.status", equalTo("approved"));

    assertThat(owner.get(id).extract().<Map<String, Object>>path("property")).isEqualTo(before);
  }

  @Test
  void seatsAreKeptOffThePlatform() {
    String id = owner.created(form());

    owner.update(id, Map.of("available_seats", 7)).body("property.available_seats", equalTo(7));
    owner.update(id, Map.of("total_seats", 20)).body("property.available_seats", equalTo(17));
    owner.update(id, Map.of("total_seats", 2)).body("property.available_seats", equalTo(0));
    owner
        .update(id, "{\"total_seats\": 5, \"available_seats\": null}")
        .body("property.available_seats", equalTo(5));
    owner
        .update(id, "{\"total_seats\": null}")
        .body("property.total_seats", nullValue())
        .body("property.available_seats", nullValue());
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

  private io.restassured.response.ValidatableResponse mine() {
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

  /** Changes of one property wait for each other, so that none is lost. */
  @Test
  void parallelChangesAreAllKept() {
    String id = owner.created(formWith("amenities", List.of("start")));
    List<String> fields = List.of("price_per_seat", "price_per_cabin", "price_per_month", "area");

    fields.parallelStream().forEach(field -> owner.update(id, Map.of(field, "5")).statusCode(200));

    var reply = owner.get(id);
    fields.forEach(field -> reply.body("property." + field, is(notNullValue())));
    var versions =
        new TopicProbe("property.listing.v1")
            .awaitAll(id, 5, record -> true).stream()
                .map(
                    record ->
                        io.restassured.path.json.JsonPath.from(record.value()).getInt("version"))
                .toList();
    assertThat(versions).isSorted().doesNotHaveDuplicates();
  }
}
