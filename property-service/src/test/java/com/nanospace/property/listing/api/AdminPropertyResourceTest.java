package com.nanospace.property.listing.api;

import static com.nanospace.property.PropertyClient.form;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.property.PropertyClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AdminPropertyResourceTest {

  private final PropertyClient admin = PropertyClient.admin();
  private final PropertyClient owner = PropertyClient.owner();

  @Test
  void aDecisionIsTakenAndMayBeChanged() {
    String id = owner.created(form());

    admin
        .reject(id, " No photos ")
        .statusCode(200)
        .body("property.status", equalTo("rejected"))
        .body("property.rejection_reason", equalTo("No photos"));
    admin
        .approve(id)
        .statusCode(200)
        .body("property.status", equalTo("approved"))
        .body("property.rejection_reason", nullValue());
    admin.approve(id).statusCode(200);

    admin
        .request()
        .get("/api/admin/properties/%s/decisions".formatted(id))
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("decisions.decision", contains("approved", "approved", "rejected"))
        .body("decisions.reason", contains(null, null, "No photos"))
        .body("decisions.decided_by", everyItem(equalTo(admin.id().toString())));
  }

  @Test
  void whatAnAdminCreatesHasADecisionToo() {
    String id = admin.created(form());

    admin
        .request()
        .get("/api/admin/properties/%s/decisions".formatted(id))
        .then()
        .body("decisions.decision", contains("approved"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"reason\": null}", "{\"reason\": \" \"}", "{\"reason\": 5}"})
  void aRejectionNeedsAReason(String body) {
    admin
        .request()
        .contentType("application/json")
        .body(body)
        .put("/api/admin/properties/%s/reject".formatted(owner.created(form())))
        .then()
        .statusCode(400)
        .body("errors.field", contains("reason"));
  }

  @Test
  void aReasonHasAtMostAThousandCharacters() {
    String id = owner.created(form());

    admin.reject(id, "x".repeat(1001)).statusCode(400).body("errors.field", contains("reason"));
    admin.reject(id, "x".repeat(1000)).statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "approved", "rejected"})
  void listsAreByStatusAndPaged(String status) {
    for (int i = 0; i < 2; i++) {
      String id = owner.created(form());
      if (status.equals("approved")) {
        admin.approve(id).statusCode(200);
      } else if (status.equals("rejected")) {
        admin.reject(id, "No photos").statusCode(200);
      }
    }

    admin
        .request()
        .get("/api/admin/properties/%s?per_page=1&page=2".formatted(status))
        .then()
        .statusCode(200)
        .body("total", greaterThanOrEqualTo(2))
        .body("pages", greaterThanOrEqualTo(2))
        .body("properties.status", contains(status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=0", "page=x", "per_page=101", "per_page=-1", "page=99999999999"})
  void pagesAreBounded(String query) {
    admin
        .request()
        .get("/api/admin/properties/pending?" + query)
        .then()
        .statusCode(400)
        .body("errors.field", contains(query.substring(0, query.indexOf('='))));
  }

  @Test
  void unknownPropertiesCannotBeDecided() {
    for (String id : List.of(UUID.randomUUID().toString(), "x")) {
      admin.approve(id).statusCode(404);
      admin.reject(id, "No photos").statusCode(404);
      admin
          .request()
          .get("/api/admin/properties/%s/decisions".formatted(id))
          .then()
          .statusCode(404);
    }
  }

  @Test
  void theFiguresAddUp() {
    var figures =
        admin.request().get("/internal/stats").then().statusCode(200).extract().jsonPath();

    owner.created(form());
    owner.delete(owner.created(form())).statusCode(200);

    admin
        .request()
        .get("/internal/stats")
        .then()
        .body("properties.total", equalTo(figures.getInt("properties.total") + 1))
        .body("properties.pending", equalTo(figures.getInt("properties.pending") + 1))
        .body("properties.approved", equalTo(figures.getInt("properties.approved")));
  }
}
