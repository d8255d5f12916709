package com.nanospace.property.listing.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import com.nanospace.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InternalListingResourceTest {

  private final String admin = TestTokens.admin(UUID.randomUUID());
  private final String owner = TestTokens.owner(UUID.randomUUID());

  @Test
  void tellsListingsPageByPageInWhateverStatus() {
    String before = create();
    List<String> created = IntStream.range(0, 5).mapToObj(i -> create()).toList();
    String archived = created.get(3);
    given().auth().oauth2(owner).delete("/api/properties/" + archived).then().statusCode(200);

    List<String> told = new ArrayList<>();
    List<String> page = pageAfter(before);
    while (!page.isEmpty()) {
      told.addAll(page);
      page = pageAfter(page.getLast());
    }

    assertThat(told).isEqualTo(created);
  }

  @Test
  void beginsWithTheFirstOfAll() {
    create();

    asked().get("/internal/listings?limit=1").then().statusCode(200).body("listings", hasSize(1));
    asked().get("/internal/listings?limit=501").then().statusCode(400);
  }

  @Test
  void isForAdminsAlone() {
    given().get("/internal/listings").then().statusCode(401);
    given().auth().oauth2(owner).get("/internal/listings").then().statusCode(403);
    asked().get("/internal/listings?after=nonsense").then().statusCode(404);
  }

  private RequestSpecification asked() {
    return given().auth().oauth2(admin);
  }

  private List<String> pageAfter(String id) {
    List<String> ids =
        asked()
            .get("/internal/listings?limit=2&after=" + id)
            .then()
            .statusCode(200)
            .extract()
            .path("listings.property_id");
    assertThat(ids).hasSizeLessThanOrEqualTo(2);
    return ids;
  }

  private String create() {
    return given()
        .auth()
        .oauth2(owner)
        .contentType("application/json")
        .body(Map.of("name", "Desk", "type", "coworking", "city", "Pune", "address", "1 Road"))
        .post("/api/properties")
        .then()
        .statusCode(201)
        .extract()
        .path("property.id");
  }
}
