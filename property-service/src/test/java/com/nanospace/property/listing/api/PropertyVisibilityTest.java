package com.nanospace.property.listing.api;

import static com.nanospace.property.PropertyClient.form;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.property.PropertyClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may see and touch whose listing in which status. */
@QuarkusTest
class PropertyVisibilityTest {

  @ParameterizedTest(name = "{0} on {1}: GET {2}, PUT {3}, DELETE {4}")
  @CsvSource({
    "anonymous,   pending,  404, 401, 401",
    "anonymous,   approved, 200, 401, 401",
    "anonymous,   rejected, 404, 401, 401",
    "anonymous,   archived, 404, 401, 401",
    "anonymous,   missing,  404, 401, 401",
    "customer,    pending,  404, 403, 403",
    "customer,    approved, 200, 403, 403",
    "customer,    rejected, 404, 403, 403",
    "customer,    archived, 404, 403, 403",
    "customer,    missing,  404, 403, 403",
    "other owner, pending,  404, 404, 404",
    "other owner, approved, 200, 403, 403",
    "other owner, rejected, 404, 404, 404",
    "other owner, archived, 404, 404, 404",
    "other owner, missing,  404, 404, 404",
    "owner,       pending,  200, 200, 200",
    "owner,       approved, 200, 200, 200",
    "owner,       rejected, 200, 200, 200",
    "owner,       archived, 404, 404, 404",
    "admin,       pending,  200, 200, 200",
    "admin,       approved, 200, 200, 200",
    "admin,       rejected, 200, 200, 200",
    "admin,       archived, 200, 409, 404",
    "admin,       missing,  404, 404, 404"
  })
  void everybodySeesAndTouchesWhatIsTheirs(
      String who, String status, int get, int put, int delete) {
    PropertyClient owner = PropertyClient.owner();
    String id = listing(owner, status);
    PropertyClient caller = client(who, owner);

    assertThat(caller.get(id).extract().statusCode()).as("GET").isEqualTo(get);
    assertThat(caller.update(id, Map.of("price_per_day", 7)).extract().statusCode())
        .as("PUT")
        .isEqualTo(put);
    assertThat(caller.delete(id).extract().statusCode()).as("DELETE").isEqualTo(delete);
  }

  @ParameterizedTest
  @CsvSource({"anonymous, 401", "customer, 403", "owner, 403", "other owner, 403", "admin, 200"})
  void onlyAdminsModerate(String who, int status) {
    PropertyClient owner = PropertyClient.owner();
    String id = owner.created(form());
    PropertyClient caller = client(who, owner);

    caller.approve(id).statusCode(status);
    caller.reject(id, "No photos").statusCode(status);
    for (String list : new String[] {"pending", "approved", "rejected", id + "/decisions"}) {
      caller.request().get("/api/admin/properties/" + list).then().statusCode(status);
    }
    caller.request().get("/internal/stats").then().statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({"anonymous, 401, 401", "customer, 403, 403", "owner, 201, 200", "admin, 201, 200"})
  void ownersAndAdminsListProperties(String who, int create, int mine) {
    PropertyClient caller = client(who, PropertyClient.owner());

    caller.create(form()).statusCode(create);
    caller.request().get("/api/properties/my-properties").then().statusCode(mine);
  }

  private static PropertyClient client(String who, PropertyClient owner) {
    return switch (who) {
      case "anonymous" -> PropertyClient.anonymous();
      case "customer" -> PropertyClient.customer();
      case "owner" -> owner;
      case "other owner" -> PropertyClient.owner();
      case "admin" -> PropertyClient.admin();
      default -> throw new IllegalArgumentException(who);
    };
  }

  private static String listing(PropertyClient owner, String status) {
    if (status.equals("missing")) {
      return UUID.randomUUID().toString();
    }
    String id = owner.created(form());
    switch (status) {
      case "pending" -> {}
      case "approved" -> PropertyClient.admin().approve(id).statusCode(200);
      case "rejected" -> PropertyClient.admin().reject(id, "No photos").statusCode(200);
      case "archived" -> owner.delete(id).statusCode(200);
      default -> throw new IllegalArgumentException(status);
    }
    return id;
  }
}
