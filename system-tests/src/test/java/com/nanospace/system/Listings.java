package com.nanospace.system;

import static org.hamcrest.Matchers.equalTo;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Listings that tests own. */
public final class Listings {

  private Listings() {}

  /** A coworking space with 10 seats in a city of its own. */
  public static Map<String, Object> aCoworkingSpace() {
    String unique = UUID.randomUUID().toString().substring(0, 13);
    Map<String, Object> listing = new HashMap<>();
    listing.put("name", "Lake View Desks " + unique);
    listing.put("type", "Coworking Space");
    listing.put("city", "City " + unique);
    listing.put("area", "Old Town");
    listing.put("address", "1 Lake Road");
    listing.put("description", "Quiet desks by the lake");
    listing.put("latitude", 18.5204);
    listing.put("longitude", 73.8567);
    listing.put("price_per_day", "450.50");
    listing.put("price_per_month", 6000);
    listing.put("total_seats", 10);
    listing.put("amenities", java.util.List.of("WiFi", "Parking"));
    return listing;
  }

  public static String create(Person owner, Map<String, Object> listing) {
    return owner
        .asks()
        .body(listing)
        .post("/api/properties")
        .then()
        .statusCode(201)
        .body("property.status", equalTo("pending"))
        .extract()
        .path("property.id");
  }

  public static void approve(Person admin, String id) {
    admin
        .asks()
        .put("/api/admin/properties/{id}/approve", id)
        .then()
        .statusCode(200)
        .body("property.status", equalTo("approved"));
  }

  /** A new listing that is open for bookings. */
  public static String approved(Person owner, Person admin) {
    String id = create(owner, aCoworkingSpace());
    approve(admin, id);
    return id;
  }
}
