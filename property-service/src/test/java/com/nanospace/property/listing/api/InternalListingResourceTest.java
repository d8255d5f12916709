package com.nanospace.property.listing.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.nanospace.testkit.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InternalListingResourceTest {

  @Inject EntityManager entities;

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

  /** Else a consumer could take a state for final that is just being replaced. */
  @Test
  void waitsForChangesThatAreUnderWayWhenAskedTo() {
    String id = create();
    String address = "/internal/listings/" + id;
    QuarkusTransaction.begin();
    entities
        .createNativeQuery("select 1 from listing where id = cast(?1 as uuid) for no key update")
        .setParameter(1, id)
        .getSingleResult();

    given().get(address).then().statusCode(200).body("version", equalTo(1));
    var settled =
        CompletableFuture.supplyAsync(() -> given().get(address + "?settled=true").path("version"));
    assertThat(settled)
        .failsWithin(Duration.ofSeconds(1))
        .withThrowableOfType(TimeoutException.class);

    entities
        .createNativeQuery("update listing set version = 2 where id = cast(?1 as uuid)")
        .setParameter(1, id)
        .executeUpdate();
    QuarkusTransaction.commit();
    assertThat(settled).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(2);
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
