package com.nanospace.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People take their data with them, and leave nothing behind. */
@ExtendWith(RunningSuite.class)
class PrivacyStoryTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Person owner = Person.registeredAs("owner");
  private final Person admin = Person.admin();

  @Test
  void aCustomerTakesTheirDataAndIsForgotten() {
    Person customer = Person.registeredAs("customer");
    String property = Listings.approved(owner, admin);
    String booking = book(customer, property);
    enquire(customer, property);
    owner.mailbox().awaitMessage("Is there parking?");

    customer
        .asks()
        .get("/api/auth/me/export")
        .then()
        .statusCode(200)
        .header("Content-Disposition", "attachment; filename=\"nano-space-export.json\"")
        .header("Cache-Control", "no-store")
        .body("identity.account.email", equalTo(customer.email()))
        .body("identity.sessions.total", equalTo(1))
        .body("booking.bookings.entries.id", hasItem(booking))
        .body("booking.enquiries.entries.message", hasItem("Is there parking?"))
        .body("property.properties.entries.size()", equalTo(0))
        .body("notification.deliveries.entries.recipient", hasItem(customer.email()));
    assertThat(seenByOthers()).anySatisfy(list -> assertThat(list).contains(customer.name()));

    customer.asks().delete("/api/auth/me").then().statusCode(200);

    customer.asks().get("/api/auth/me").then().statusCode(401);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                owner
                    .asks()
                    .get("/api/bookings/{id}", booking)
                    .path("booking.status")
                    .equals("cancelled"));
    owner
        .asks()
        .get("/api/bookings/{id}", booking)
        .then()
        .body("booking.cancelled_by", equalTo("system"))
        .body("booking.customer_email", nullValue());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(seenByOthers())
                    .noneSatisfy(list -> assertThat(list).contains(customer.name()))
                    .noneSatisfy(list -> assertThat(list).contains(customer.email()))
                    .noneSatisfy(list -> assertThat(list).contains(customer.phone())));
    owner.mailbox().awaitMessage("ooking cancelled");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                admin
                        .asks()
                        .queryParams("subject", customer.id(), "action", "account.erased")
                        .get("/api/admin/audit")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Integer>path("total")
                    == 1);
    Gateway.anyone()
        .body(
            Map.of(
                "email", customer.email(), "password", Person.PASSWORD, "full_name", "Someone new"))
        .post("/api/auth/register")
        .then()
        .statusCode(201);
  }

  @Test
  void anOwnerLeavesAndTheirCustomersAreTold() {
    Person leaving = Person.registeredAs("owner");
    Person customer = Person.registeredAs("customer");
    String property = Listings.approved(leaving, admin);
    String booking = book(customer, property);

    leaving.asks().delete("/api/auth/me/").then().statusCode(200);

    customer.mailbox().awaitMessage("ooking cancelled");
    Gateway.anyone().get("/api/properties/{id}", property).then().statusCode(404);
    customer
        .asks()
        .get("/api/bookings/{id}", booking)
        .then()
        .body("booking.status", equalTo("cancelled"))
        .body("booking.customer_email", equalTo(customer.email()));
  }

  /** Every list in which an owner or an admin might meet a customer. */
  private List<String> seenByOthers() {
    return List.of(
        list(owner, "/api/bookings/owner"),
        list(owner, "/api/enquiries/owner"),
        list(owner, "/api/notifications"),
        list(admin, "/api/admin/users"),
        list(admin, "/api/admin/bookings"),
        list(admin, "/api/admin/enquiries"),
        list(admin, "/api/admin/notifications"));
  }

  private static String list(Person reader, String path) {
    return reader
        .asks()
        .queryParam("per_page", 100)
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static String book(Person customer, String property) {
    return customer
        .asks()
        .body(
            Map.of(
                "property_id",
                property,
                "booking_type",
                "day",
                "start_date",
                LocalDate.now(ZoneId.of("Asia/Kolkata")).plusDays(10).toString(),
                "notes",
                "For " + customer.name()))
        .post("/api/bookings")
        .then()
        .statusCode(201)
        .body("booking.customer_email", equalTo(customer.email()))
        .extract()
        .path("booking.id");
  }

  private static void enquire(Person customer, String property) {
    customer
        .asks()
        .body(
            Map.of(
                "name",
                customer.name(),
                "email",
                customer.email(),
                "property_id",
                property,
                "message",
                "Is there parking?"))
        .post("/api/enquiries")
        .then()
        .statusCode(201);
  }
}
