package com.nanospace.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.system.Gateway;
import com.nanospace.system.Listings;
import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What replies show can't be set by sending it along: every member of every reply, with a value
 * that somebody would like it to have, in every body that makes or changes something.
 */
@ExtendWith(RunningSuite.class)
@TestInstance(Lifecycle.PER_CLASS)
class MassAssignmentTest {

  private static final String STRANGER = UUID.randomUUID().toString();
  private static final String LONG_AGO = "2001-01-01T00:00:00Z";

  /** By member, what it would be if the sender could choose. */
  private static final Map<String, Object> WISHES = wishes();

  private final Person owner = Person.registeredAs("owner");
  private final Person customer = Person.registeredAs("customer");
  private final String listing = Listings.approved(owner, Person.admin());

  @Test
  void anAccountIsAsItsMakerMaySay() {
    Map<String, Object> body = wishesBut("email", "phone", "full_name", "password", "role");
    String email = "mass-%s@example.org".formatted(UUID.randomUUID());
    body.putAll(
        Map.of("email", email, "password", Person.PASSWORD, "full_name", "Asha", "role", "owner"));

    Response reply = Gateway.anyone().body(body).post("/api/auth/register");

    reply.then().statusCode(201);
    assertNothingGranted(reply.jsonPath(), "user", Set.of("email", "full_name", "role"));
  }

  @Test
  void aProfileIsItsNameAndPhone() {
    Person person = Person.registeredAs("customer");

    Response reply =
        person.asks().body(wishesBut("full_name", "phone")).put("/api/auth/update-profile");

    reply.then().statusCode(200);
    assertNothingGranted(reply.jsonPath(), "user", Set.of());
    assertNothingGranted(person.asks().get("/api/auth/me").jsonPath(), "user", Set.of());
  }

  @Test
  void aListingIsItsOwnersAndWaitsForApproval() {
    Map<String, Object> body = Listings.aCoworkingSpace();
    Map<String, Object> mixed = wishesBut(body.keySet());
    mixed.putAll(body);
    mixed.keySet().removeAll(Set.of("images", "available_seats", "currency", "time_zone"));

    Response created = owner.asks().body(mixed).post("/api/properties");

    created.then().statusCode(201);
    assertNothingGranted(created.jsonPath(), "property", body.keySet());
    String id = created.path("property.id");
    Response changed = owner.asks().body(mixed).put("/api/properties/" + id);
    changed.then().statusCode(200);
    assertNothingGranted(changed.jsonPath(), "property", body.keySet());
    assertThat(changed.<String>path("property.id")).isEqualTo(id);
  }

  @Test
  void aBookingIsThePersonsOwnAndWaitsForTheOwner() {
    Map<String, Object> mine =
        Map.of("property_id", listing, "booking_type", "day", "quantity", 1, "notes", "mine");
    Map<String, Object> body =
        wishesBut(
            "property_id",
            "booking_type",
            "quantity",
            "notes",
            "start_date",
            "end_date",
            "total_amount",
            "customer_name",
            "customer_email",
            "customer_phone");
    body.putAll(mine);

    Response reply = customer.asks().body(body).post("/api/bookings");

    reply.then().statusCode(201);
    assertNothingGranted(reply.jsonPath(), "booking", mine.keySet());
    assertThat(reply.<String>path("booking.customer_id")).isEqualTo(customer.id());
    Map<String, Object> cancelling = wishesBut("reason");
    Response cancelled =
        customer
            .asks()
            .body(cancelling)
            .put("/api/bookings/" + reply.path("booking.id") + "/cancel");
    cancelled.then().statusCode(200);
    assertThat(cancelled.<String>path("booking.cancelled_by")).isEqualTo("customer");
    assertThat(cancelled.<String>path("booking.customer_id")).isEqualTo(customer.id());
  }

  @Test
  void anEnquiryIsNewAndBelongsToWhoMadeIt() {
    Map<String, Object> body =
        wishesBut("name", "email", "phone", "property_id", "property_name", "property_type");
    body.keySet().removeAll(Set.of("message", "subject", "city", "budget", "enquiry_type"));
    body.put("name", customer.name());
    body.put("email", customer.email());
    body.put("property_id", listing);
    body.put("message", "Is there parking?");

    Response reply = customer.asks().body(body).post("/api/enquiries");

    reply.then().statusCode(201);
    JsonPath mine = customer.asks().get("/api/enquiries/mine").jsonPath();
    assertThat(mine.getList("enquiries")).hasSize(1);
    assertNothingGranted(mine, "enquiries[0]", Set.of());
  }

  private static void assertNothingGranted(JsonPath reply, String part, Set<String> meant) {
    Map<String, Object> shown = reply.getMap(part);
    List<String> granted = new ArrayList<>();
    WISHES.forEach(
        (member, wish) -> {
          if (shown.containsKey(member)
              && !meant.contains(member)
              && String.valueOf(wish).equals(String.valueOf(shown.get(member)))) {
            granted.add(member);
          }
        });
    assertThat(granted).as("%s in %s", part, shown).isEmpty();
  }

  private static Map<String, Object> wishesBut(String... members) {
    return wishesBut(Set.of(members));
  }

  private static Map<String, Object> wishesBut(Set<String> members) {
    Map<String, Object> body = new HashMap<>(WISHES);
    body.keySet().removeAll(members);
    return body;
  }

  private static Map<String, Object> wishes() {
    Map<String, Object> wishes = new HashMap<>();
    for (String id :
        List.of(
            "id", "user_id", "owner_id", "customer_id", "account_id", "booking_id", "enquiry_id")) {
      wishes.put(id, STRANGER);
    }
    for (String time :
        List.of(
            "created_at",
            "updated_at",
            "submitted_at",
            "approved_at",
            "rejected_at",
            "confirmed_at",
            "cancelled_at",
            "archived_at",
            "hold_expires_at",
            "last_login",
            "last_login_at",
            "deleted_at")) {
      wishes.put(time, LONG_AGO);
    }
    wishes.put("role", "admin");
    wishes.put("groups", List.of("admin"));
    wishes.put("is_admin", true);
    wishes.put("email", "thief@example.org");
    wishes.put("email_verified", true);
    wishes.put("phone_verified", true);
    wishes.put("password_hash", "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAA$AAAAAAAAAAA");
    wishes.put("status", "approved");
    wishes.put("version", 4711);
    wishes.put("rejection_reason", "none at all");
    wishes.put("cancelled_by", "system");
    wishes.put("cancellation_reason", "expired");
    wishes.put("admin_notes", "all is well");
    wishes.put("property_city", "Atlantis");
    wishes.put("property_name", "Somewhere else");
    wishes.put("property_type", "event_space");
    wishes.put("read", true);
    return wishes;
  }
}
