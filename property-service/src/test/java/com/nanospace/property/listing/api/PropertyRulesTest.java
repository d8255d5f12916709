package com.nanospace.property.listing.api;

import static com.nanospace.property.PropertyClient.form;
import static com.nanospace.property.PropertyClient.formWith;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.nanospace.property.PropertyClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a property must be, when it is made and after each change. */
@QuarkusTest
class PropertyRulesTest {

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
  void aRequiredFieldCannotBeCleared() {
    String id = owner.created(form());

    owner.update(id, "{\"name\": null}").statusCode(400).body("errors.field", contains("name"));
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
}
