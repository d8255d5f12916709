package com.nanospace.booking.enquiry.api;

import static com.nanospace.booking.BookingClient.asAdmin;
import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.asOwner;
import static com.nanospace.booking.ListingFixture.aListing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.nanospace.booking.ListingFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EnquiryResourceTest {

  private static final String ADMIN = "/api/admin/enquiries";
  private static final String ADMIN_ALIAS = "/api/enquiries/admin";

  static List<Arguments> wrongValues() {
    return List.of(
        Arguments.of("name", null),
        Arguments.of("name", " "),
        Arguments.of("name", "n".repeat(101)),
        Arguments.of("email", null),
        Arguments.of("email", "nobody"),
        Arguments.of("email", 5),
        Arguments.of("phone", "call me"),
        Arguments.of("enquiry_type", "e".repeat(51)),
        Arguments.of("subject", "s".repeat(201)),
        Arguments.of("message", "m".repeat(5001)),
        Arguments.of("message", List.of()),
        Arguments.of("city", "c".repeat(101)),
        Arguments.of("property_id", "not-a-uuid"),
        Arguments.of("property_name", "p".repeat(201)),
        Arguments.of("property_type", "p".repeat(51)),
        Arguments.of("budget", -1),
        Arguments.of("budget", 0.001),
        Arguments.of("budget", "1e2147483647"),
        Arguments.of("budget", "a lot"),
        Arguments.of("seats_required", 0),
        Arguments.of("seats_required", 100_001),
        Arguments.of("seats_required", 1.5),
        Arguments.of("move_in_date", "soon"));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void namesTheField(String field, Object value) {
    Map<String, Object> body = enquiry();
    body.put(field, value);

    ask(body).then().statusCode(400).body("errors.field", hasItem(field));
  }

  @Test
  void takesAnEnquiryFromAnybody() {
    Map<String, Object> body = enquiry();
    body.put("phone", "098123 45678");
    body.put("budget", "50000");
    body.put("seats_required", "12");
    body.put("move_in_date", "2027-01-01T00:00:00Z");
    body.put("city", "");

    String id =
        ask(body)
            .then()
            .statusCode(201)
            .body("message", notNullValue())
            .extract()
            .path("enquiry_id");

    asAdmin()
        .get(ADMIN + "?status=new&per_page=100")
        .then()
        .statusCode(200)
        .body("enquiries.find { it.id == '%s' }.phone".formatted(id), equalTo("+919812345678"))
        .body("enquiries.find { it.id == '%s' }.budget".formatted(id), equalTo(50000.00f))
        .body("enquiries.find { it.id == '%s' }.seats_required".formatted(id), equalTo(12))
        .body("enquiries.find { it.id == '%s' }.move_in_date".formatted(id), equalTo("2027-01-01"))
        .body("enquiries.find { it.id == '%s' }.city".formatted(id), equalTo(null));
  }

  @Test
  void showsTheOwnerWhatIsAskedAboutTheirProperty() {
    ListingFixture listing = aListing().known();
    Map<String, Object> body = enquiry();
    body.put("property_id", listing.id().toString());
    body.put("property_name", "Something else");

    String id = ask(body).then().statusCode(201).extract().path("enquiry_id");

    asOwner(listing.ownerId())
        .get("/api/enquiries/owner")
        .then()
        .statusCode(200)
        .body("enquiries.id", contains(id))
        .body("enquiries[0].property_name", equalTo("Lakeside Coworking"))
        .body("enquiries[0]", not(hasKey("admin_notes")));
    asOwner(UUID.randomUUID()).get("/api/enquiries/owner").then().body("total", equalTo(0));
  }

  @Test
  void knowsNoEnquiryAboutAPropertyThatIsNotApproved() {
    Map<String, Object> body = enquiry();
    body.put("property_id", UUID.randomUUID().toString());

    ask(body).then().statusCode(404).body("code", equalTo("not_found"));
  }

  @Test
  void showsSignedInPeopleWhatTheyAsked() {
    UUID customer = UUID.randomUUID();
    String id =
        asCustomer(customer)
            .body(enquiry())
            .post("/api/enquiries")
            .then()
            .statusCode(201)
            .extract()
            .path("enquiry_id");
    ask(enquiry()).then().statusCode(201);

    asCustomer(customer)
        .get("/api/enquiries/mine")
        .then()
        .statusCode(200)
        .body("enquiries.id", contains(id))
        .body("enquiries[0].customer_id", equalTo(customer.toString()))
        .body("pages", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {ADMIN, ADMIN_ALIAS})
  void anAdminTakesItFurtherAndRemovesIt(String path) {
    UUID customer = UUID.randomUUID();
    String id =
        asCustomer(customer)
            .body(enquiry())
            .post("/api/enquiries")
            .then()
            .extract()
            .path("enquiry_id");

    asAdmin()
        .body(Map.of("status", "Contacted", "admin_notes", "Called on Monday"))
        .put(path + "/{id}/status", id)
        .then()
        .statusCode(200)
        .body("enquiry.status", equalTo("contacted"))
        .body("enquiry.admin_notes", equalTo("Called on Monday"));
    asAdmin()
        .body(Map.of("status", "resolved"))
        .put(path + "/{id}/status", id)
        .then()
        .body("enquiry.admin_notes", equalTo("Called on Monday"));
    asCustomer(customer)
        .get("/api/enquiries/mine")
        .then()
        .body("enquiries[0].status", equalTo("resolved"))
        .body("enquiries[0]", not(hasKey("admin_notes")));
    asAdmin().get(path + "?status=resolved&per_page=100").then().body("enquiries.id", hasItem(id));
    asAdmin().delete(path + "/{id}", id).then().statusCode(200).body("message", notNullValue());
    asAdmin().delete(path + "/{id}", id).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {ADMIN, ADMIN_ALIAS})
  void onlyAdminsAdminister(String path) {
    UUID id = UUID.randomUUID();

    given().get(path).then().statusCode(401);
    asOwner(id).get(path).then().statusCode(403);
    asOwner(id)
        .body(Map.of("status", "closed"))
        .put(path + "/{id}/status", id)
        .then()
        .statusCode(403);
    asCustomer(id).delete(path + "/{id}", id).then().statusCode(403);
    asAdmin()
        .body(Map.of("status", "closed"))
        .put(path + "/{id}/status", id)
        .then()
        .statusCode(404);
    asAdmin()
        .body(Map.of("status", "lost"))
        .put(path + "/{id}/status", id)
        .then()
        .statusCode(400)
        .body("errors.field", contains("status"));
  }

  @Test
  void repeatsItsReplyToTheSameAddressOnly() {
    String key = UUID.randomUUID().toString();

    String first = askAgain(key, "203.0.113.7").path("enquiry_id");

    assertThat(askAgain(key, "203.0.113.7").<String>path("enquiry_id")).isEqualTo(first);
    assertThat(askAgain(key, "203.0.113.8").<String>path("enquiry_id")).isNotEqualTo(first);
  }

  @Test
  void refusesATokenThatIsNone() {
    given()
        .auth()
        .oauth2("nonsense")
        .contentType(ContentType.JSON)
        .body(enquiry())
        .post("/api/enquiries")
        .then()
        .statusCode(401);
  }

  private static Response askAgain(String key, String address) {
    return given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .header("X-Forwarded-For", address)
        .body(enquiry())
        .post("/api/enquiries");
  }

  private static Response ask(Map<String, Object> body) {
    return given().contentType(ContentType.JSON).body(body).post("/api/enquiries");
  }

  private static Map<String, Object> enquiry() {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Vikram Shah");
    body.put("email", "vikram@example.com");
    body.put("message", "Could we see the floor on Tuesday?");
    return body;
  }
}
