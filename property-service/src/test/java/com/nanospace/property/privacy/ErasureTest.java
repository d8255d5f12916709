package com.nanospace.property.privacy;

import static com.nanospace.property.PropertyClient.form;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nanospace.property.PropertyClient;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of an owner's listings when {@code user.erased} arrives. */
@QuarkusTest
class ErasureTest {

  private static final String USERS = "identity.user.v1";
  private static final String LISTINGS = "property.listing.v1";
  private static final String ERASED = "com.nanospace.user.erased.v1";
  private static final String ARCHIVED = "com.nanospace.listing.archived.v1";

  private final PropertyClient owner = PropertyClient.owner();
  private final PropertyClient other = PropertyClient.owner();
  private final PropertyClient admin = PropertyClient.admin();

  @Inject ObjectMapper json;

  @Test
  void takesTheListingsOfAnErasedOwnerOffThePlatform() throws Exception {
    String approved = owner.created(form());
    admin.approve(approved).statusCode(200);
    String pending = owner.created(form());
    String gone = owner.created(form());
    owner.delete(gone).statusCode(200);
    String someoneElses = other.created(form());
    admin.approve(someoneElses).statusCode(200);

    publishErased();

    for (String id : List.of(approved, pending)) {
      String told = new TopicProbe(LISTINGS).await(id, ARCHIVED).value();
      assertThat(EventSchemas.violations(LISTINGS, ARCHIVED, told)).isEmpty();
    }
    given().get("/api/properties/" + approved).then().statusCode(404);
    given().get("/api/properties/" + someoneElses).then().statusCode(200);
    owner
        .request()
        .contentType("application/json")
        .body(form())
        .post("/api/properties")
        .then()
        .statusCode(401)
        .body("code", equalTo("auth.required"));
  }

  @Test
  void exportsListingsOfTheCallerAlone() {
    String mine = owner.created(form());
    other.created(form());

    owner
        .request()
        .get("/internal/export")
        .then()
        .statusCode(200)
        .body("properties.total", equalTo(1))
        .body("properties.entries.id", contains(mine))
        .body("images.total", equalTo(0));
    given().get("/internal/export").then().statusCode(401);
  }

  private void publishErased() throws Exception {
    ObjectNode sample = (ObjectNode) json.readTree(EventSchemas.sample(USERS, ERASED));
    sample.put("user_id", owner.id().toString());
    new TopicProbe(USERS).publish(owner.id().toString(), ERASED, sample.toString());
  }
}
