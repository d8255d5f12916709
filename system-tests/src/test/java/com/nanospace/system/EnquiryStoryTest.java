package com.nanospace.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A visitor asks, the owner reads, an admin works it off. */
@ExtendWith(RunningSuite.class)
class EnquiryStoryTest {

  @Test
  void anEnquiryReachesTheOwnerAndIsWorkedOff() {
    Person owner = Person.registeredAs("owner");
    Person stranger = Person.registeredAs("owner");
    Person admin = Person.admin();
    String property = Listings.approved(owner, admin);
    String email = "visitor-%s@example.org".formatted(property);

    String enquiry =
        Gateway.anyone()
            .body(
                Map.of(
                    "name", "Ravi <b>Kumar</b>",
                    "email", email,
                    "property_id", property,
                    "message", "Is there parking?",
                    "seats_required", "4"))
            .post("/api/enquiries")
            .then()
            .statusCode(201)
            .extract()
            .path("enquiry_id");

    new Mailbox(email).awaitMessage("enquiry");
    owner.mailbox().awaitMessage("Is there parking?");
    owner.asks().get("/api/enquiries/owner").then().body("enquiries.id", hasItem(enquiry));
    stranger.asks().get("/api/enquiries/owner").then().body("enquiries.id", not(hasItem(enquiry)));
    for (String path : new String[] {"/api/admin/enquiries/", "/api/enquiries/admin/"}) {
      admin
          .asks()
          .body(Map.of("status", "contacted", "admin_notes", "Called back"))
          .put(path + enquiry + "/status")
          .then()
          .statusCode(200);
    }
    admin
        .asks()
        .queryParam("status", "contacted")
        .queryParam("per_page", 100)
        .get("/api/admin/enquiries")
        .then()
        .statusCode(200)
        .body("enquiries.find { it.id == '%s' }.status".formatted(enquiry), equalTo("contacted"));
    stranger.asks().delete("/api/admin/enquiries/{id}", enquiry).then().statusCode(403);
    admin.asks().delete("/api/admin/enquiries/{id}", enquiry).then().statusCode(200);
  }
}
