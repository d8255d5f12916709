package com.nanospace.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole story of one listing, through all five services, by what users can see. */
@ExtendWith(RunningSuite.class)
class RentalStoryTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Kolkata"));

  @Test
  void aListingIsListedFoundBookedConfirmedAndCancelled() throws IOException {
    Person owner = Person.registeredAs("owner");
    Person customer = Person.registeredAs("customer");
    Person admin = Person.admin();
    verifyByEmail(owner);
    verifyBySms(customer);

    Map<String, Object> listing = Listings.aCoworkingSpace();
    listing.put("images", List.of(uploadImage(owner)));
    String id = Listings.create(owner, listing);
    rejectAndApprove(owner, admin, id);
    findByCityPriceAndRadius(id, listing);

    String booking = book(customer, id, listing);
    confirm(owner, customer, booking);
    assertThat(availableSeats(id)).isEqualTo(7);
    cancel(customer, owner, booking);
    await().atMost(SOON).until(() -> availableSeats(id) == 10);
    statsCount(admin);
  }

  private static void verifyByEmail(Person person) {
    Gateway.anyone()
        .body(Map.of("email", person.email()))
        .post("/api/otp/send-email")
        .then()
        .statusCode(200)
        .body("expires_in", equalTo(300));
    verify(person.email(), person.mailbox().awaitCode());
    person.asks().get("/api/auth/me").then().body("user.email_verified", equalTo(true));
  }

  private static void verifyBySms(Person person) {
    Gateway.anyone()
        .body(Map.of("phone", person.phone()))
        .post("/api/otp/send-sms")
        .then()
        .statusCode(200);
    verify(person.phone(), person.textMessages().awaitCode());
    person.asks().get("/api/auth/me").then().body("user.phone_verified", equalTo(true));
  }

  private static void verify(String identifier, String code) {
    Gateway.anyone()
        .body(Map.of("identifier", identifier, "otp", code))
        .post("/api/otp/verify")
        .then()
        .statusCode(200)
        .body("verified", equalTo(true));
  }

  private static String uploadImage(Person owner) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "png", png);
    String url =
        owner
            .asksWithoutBody()
            .multiPart("file", "view.png", png.toByteArray(), "image/png")
            .post("/api/uploads/image")
            .then()
            .statusCode(201)
            .body("width", equalTo(900))
            .body("height", equalTo(600))
            .extract()
            .path("url");
    byte[] smaller =
        Gateway.anyoneWithoutBody()
            .get(url + "?w=320")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(ImageIO.read(new java.io.ByteArrayInputStream(smaller)).getWidth()).isEqualTo(320);
    return url;
  }

  private static void rejectAndApprove(Person owner, Person admin, String id) {
    admin
        .asks()
        .get("/api/admin/properties/pending?per_page=100")
        .then()
        .statusCode(200)
        .body("properties.id", hasItem(id));
    admin
        .asks()
        .body(Map.of("reason", "The pictures are too dark"))
        .put("/api/admin/properties/{id}/reject", id)
        .then()
        .statusCode(200)
        .body("property.status", equalTo("rejected"))
        .body("property.rejection_reason", equalTo("The pictures are too dark"));
    owner.mailbox().awaitMessage("The pictures are too dark");
    Gateway.anyoneWithoutBody().get("/api/properties/{id}", id).then().statusCode(404);
    Listings.approve(admin, id);
    owner.mailbox().awaitMessage("approved");
    owner
        .asks()
        .get("/api/properties/my-properties")
        .then()
        .statusCode(200)
        .body("properties.id", hasItem(id))
        .body("stats.total", equalTo(1))
        .body("stats.approved", equalTo(1));
  }

  private static void findByCityPriceAndRadius(String id, Map<String, Object> listing) {
    String city = String.valueOf(listing.get("city"));
    Gateway.anyone()
        .queryParam("city", city.toUpperCase(java.util.Locale.ROOT))
        .queryParam("min_price", "400")
        .queryParam("max_price", "500")
        .queryParam("amenities", "wifi")
        .get("/api/properties/")
        .then()
        .statusCode(200)
        .body("properties.id", equalTo(List.of(id)))
        .body("properties[0].type", equalTo("coworking"))
        .body("total", equalTo(1));
    Gateway.anyone()
        .queryParam("city", city)
        .queryParam("lat", "18.53")
        .queryParam("lng", "73.86")
        .queryParam("radius_km", "5")
        .queryParam("sort", "distance")
        .get("/api/properties")
        .then()
        .body("properties.id", equalTo(List.of(id)));
    Gateway.anyone()
        .queryParam("city", city)
        .queryParam("lat", "28.6")
        .queryParam("lng", "77.2")
        .queryParam("radius_km", "5")
        .get("/api/properties")
        .then()
        .body("properties", hasSize(0));
  }

  private String book(Person customer, String id, Map<String, Object> listing) {
    Map<String, Object> request =
        Map.of(
            "property_id",
            id,
            "booking_type",
            "day",
            "quantity",
            3,
            "start_date",
            today.toString(),
            "end_date",
            today.plusDays(2).toString());
    Gateway.anyone()
        .body(request)
        .post("/api/bookings/quote")
        .then()
        .statusCode(200)
        .body("available", equalTo(true))
        .body("total_amount", comparesEqualTo(new BigDecimal("2703.00")));
    String booking =
        customer
            .asks()
            .body(request)
            .post("/api/bookings")
            .then()
            .statusCode(201)
            .body("booking.status", equalTo("pending"))
            .body("booking.total_amount", comparesEqualTo(new BigDecimal("2703.00")))
            .body("booking.property_name", equalTo(listing.get("name")))
            .body("booking.customer_email", equalTo(customer.email()))
            .extract()
            .path("booking.id");
    customer
        .asks()
        .get("/api/bookings/my-bookings")
        .then()
        .statusCode(200)
        .body("bookings.id", equalTo(List.of(booking)));
    return booking;
  }

  private static void confirm(Person owner, Person customer, String booking) {
    owner.mailbox().awaitMessage("Lake View Desks");
    owner
        .asks()
        .put("/api/bookings/{id}/confirm", booking)
        .then()
        .statusCode(200)
        .body("booking.status", equalTo("confirmed"))
        .body("booking.confirmed_at", notNullValue());
    customer.mailbox().awaitMessage("confirmed");
    await().atMost(SOON).untilAsserted(() -> customerSeesInApp(customer));
  }

  private static void customerSeesInApp(Person customer) {
    customer
        .asks()
        .get("/api/notifications")
        .then()
        .statusCode(200)
        .body("notifications", not(hasSize(0)));
  }

  private static void cancel(Person customer, Person owner, String booking) {
    for (int i = 0; i < 2; i++) {
      customer
          .asks()
          .body(Map.of("reason", "Plans changed"))
          .put("/api/bookings/{id}/cancel", booking)
          .then()
          .statusCode(200)
          .body("booking.status", equalTo("cancelled"))
          .body("booking.cancelled_by", equalTo("customer"));
    }
    owner.mailbox().awaitMessage("cancelled");
  }

  /** Free seats today as the availability of booking-service and the listing agree on. */
  private int availableSeats(String id) {
    int today =
        Gateway.anyoneWithoutBody()
            .queryParam("from", this.today.toString())
            .queryParam("to", this.today.plusDays(1).toString())
            .get("/api/properties/{id}/availability", id)
            .then()
            .statusCode(200)
            .body("property_id", equalTo(id))
            .body("days", hasSize(1))
            .extract()
            .path("days[0].available");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                Gateway.anyoneWithoutBody()
                    .get("/api/properties/{id}", id)
                    .then()
                    .body("property.available_seats", equalTo(today)));
    return today;
  }

  private static void statsCount(Person admin) {
    admin
        .asksWithoutBody()
        .get("/api/admin/stats")
        .then()
        .statusCode(200)
        .body("unavailable", hasSize(0))
        .body("users.owners", not(equalTo(0)))
        .body("properties.approved", not(equalTo(0)))
        .body("bookings.cancelled", not(equalTo(0)))
        .body("enquiries.total", notNullValue());
  }
}
