package com.nanospace.property.listing.api;

import static com.nanospace.property.PropertyClient.form;
import static com.nanospace.property.PropertyClient.formWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.property.PropertyClient;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PropertyChangeTest {

  private final PropertyClient owner = PropertyClient.owner();

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
                .map(record -> JsonPath.from(record.value()).getInt("version"))
                .toList();
    assertThat(versions).isSorted().doesNotHaveDuplicates();
  }
}
