package com.nanospace.property.listing.api;

import static com.nanospace.property.PropertyClient.formWith;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.nanospace.property.PropertyClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The query parameters of the public search. */
@QuarkusTest
class SearchRequestTest {

  private final PropertyClient owner = PropertyClient.owner();
  private final String city = "City " + UUID.randomUUID();

  @ParameterizedTest
  @CsvSource({
    "type=castle, type",
    "min_price=-1, min_price",
    "min_price=much, min_price",
    "max_price=1e999999999, max_price",
    "max_price=1e-999999999, max_price",
    "max_price=0e-999999999, max_price",
    "min_price=0e999999999, min_price",
    "max_price=1.005, max_price",
    "lat=91&lng=0, lat",
    "lat=0&lng=181, lng",
    "lat=5, lng",
    "lng=5, lat",
    "radius_km=5, radius_km",
    "lat=5&lng=5&radius_km=0, radius_km",
    "lat=5&lng=5&radius_km=501, radius_km",
    "sort=distance, sort",
    "sort=cheapest, sort",
    "page=0, page",
    "per_page=101, per_page"
  })
  void eachWrongParameterIsNamed(String query, String field) {
    search(query)
        .statusCode(400)
        .body("code", equalTo("request.invalid"))
        .body("errors.field", contains(field));
  }

  @Test
  void unknownParametersAndStatusWidenNothing() {
    owner.created(formWith("city", city));

    search("status=pending&colour=red&city=" + city)
        .statusCode(200)
        .body("total", equalTo(0))
        .body("properties", empty())
        .body("pages", equalTo(0));
  }

  @Test
  void typesAreUnderstoodInAnySpelling() {
    String id = owner.approved(formWith("city", city, "type", "virtual office"));

    search("type=Virtual-Offices&city=" + city).body("properties.id", contains(id));
    search("type=coliving&city=" + city).body("properties.id", empty());
  }

  @Test
  void pagesAddUp() {
    for (int i = 0; i < 3; i++) {
      owner.approved(formWith("city", city));
    }

    search("per_page=2&city=" + city)
        .body("total", equalTo(3))
        .body("page", equalTo(1))
        .body("per_page", equalTo(2))
        .body("pages", equalTo(2))
        .body("properties.size()", equalTo(2));
    search("per_page=2&page=2&city=" + city).body("properties.size()", equalTo(1));
    search("per_page=2&page=10000&city=" + city).statusCode(200).body("properties", empty());
  }

  @Test
  void aWildcardInTheTextIsALetter() {
    String id = owner.approved(formWith("city", city, "name", "100% desks"));

    search("q=100%25&city=" + city).body("properties.id", contains(id));
    search("q=1%25desks&city=" + city).body("properties.id", empty());
    search("q=____&city=" + city).body("properties.id", empty());
  }

  @Test
  void withoutAWordRelevanceIsWhatIsNew() {
    String first = owner.approved(formWith("city", city));
    String second = owner.approved(formWith("city", city));

    search("sort=relevance&city=" + city).body("properties.id", contains(second, first));
  }

  @Test
  void theNearestComesFirst() {
    String far = owner.approved(formWith("city", city, "latitude", 13, "longitude", 77));
    String near = owner.approved(formWith("city", city, "latitude", 12.1, "longitude", 77));
    String nowhere = owner.approved(formWith("city", city));

    search("sort=distance&lat=12&lng=77&city=" + city)
        .body("properties.id", contains(near, far, nowhere));
    search("lat=12&lng=77&radius_km=50&city=" + city).body("properties.id", contains(near));
  }

  private static ValidatableResponse search(String query) {
    return PropertyClient.anonymous()
        .request()
        .urlEncodingEnabled(false)
        .get("/api/properties?" + query.replace(" ", "%20"))
        .then();
  }
}
