package com.nanospace.system.access;

import static org.awaitility.Awaitility.await;

import com.nanospace.system.Gateway;
import com.nanospace.system.Listings;
import com.nanospace.system.Person;
import com.nanospace.system.access.Permission.Caller;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Those who ask, and the things that they ask about. */
final class Cast {

  private final Person customer = Person.registeredAs("customer");
  private final Person otherCustomer = Person.registeredAs("customer");
  private final Person owner = Person.registeredAs("owner");
  private final Person otherOwner = Person.registeredAs("owner");
  private final Person admin = Person.admin();
  private final String listing = Listings.approved(owner, admin);
  private final String pending = Listings.create(owner, Listings.aCoworkingSpace());
  private final String decided = Listings.approved(owner, admin);
  private final String booking = book();
  private final String image = upload();
  private final String notification = notificationOf(customer);
  private final String delivery = deliveryTo(customer);

  /** The access token of a caller; none of the anonymous one. */
  Optional<String> token(Caller caller) {
    return switch (caller) {
      case ANONYMOUS -> Optional.empty();
      case CUSTOMER -> Optional.of(customer.accessToken());
      case OTHER_CUSTOMER -> Optional.of(otherCustomer.accessToken());
      case OWNER -> Optional.of(owner.accessToken());
      case OTHER_OWNER -> Optional.of(otherOwner.accessToken());
      case ADMIN -> Optional.of(admin.accessToken());
    };
  }

  /** The token of somebody new in the same role, for what its caller does not survive. */
  Optional<String> disposableToken(Caller caller) {
    return switch (caller) {
      case ANONYMOUS -> Optional.empty();
      case CUSTOMER, OTHER_CUSTOMER -> Optional.of(Person.registeredAs("customer").accessToken());
      case OWNER, OTHER_OWNER -> Optional.of(Person.registeredAs("owner").accessToken());
      case ADMIN -> Optional.of(newAdmin());
    };
  }

  /** The id of such a thing; a new one of what does not survive being asked about. */
  String idOf(String thing) {
    return switch (thing) {
      case "approved listing" -> listing;
      case "pending listing" -> pending;
      case "new pending listing" -> Listings.create(owner, Listings.aCoworkingSpace());
      case "decided listing" -> decided;
      case "booking" -> booking;
      case "image" -> image;
      case "session" -> sessionOf(customer);
      case "account" -> Person.registeredAs("customer").id();
      case "enquiry", "new enquiry" -> enquire();
      case "notification" -> notification;
      case "delivery" -> delivery;
      default -> throw new IllegalArgumentException(thing);
    };
  }

  /** The token of somebody who was suspended and whom all services know to be. */
  String suspendedToken() {
    Person suspended = Person.registeredAs("owner");
    admin
        .asks()
        .body(Map.of("status", "suspended"))
        .put("/api/admin/users/{id}/status", suspended.id())
        .then()
        .statusCode(200);
    Doors.all()
        .forEach(
            (name, door) -> await(name).until(() -> Doors.isClosed(door, suspended.accessToken())));
    return suspended.accessToken();
  }

  private String newAdmin() {
    Person promoted = Person.registeredAs("customer");
    admin
        .asks()
        .body(Map.of("role", "admin"))
        .put("/api/admin/users/{id}/role", promoted.id())
        .then()
        .statusCode(200);
    return logIn(promoted);
  }

  private static String logIn(Person person) {
    return Gateway.anyone()
        .body(Map.of("identifier", person.email(), "password", Person.PASSWORD))
        .post("/api/auth/login")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  private String sessionOf(Person person) {
    logIn(person);
    List<String> others =
        person
            .asks()
            .get("/api/auth/sessions")
            .then()
            .statusCode(200)
            .extract()
            .path("sessions.findAll { !it.current }.id");
    return others.getFirst();
  }

  private String book() {
    return customer
        .asks()
        .body(Map.of("property_id", listing, "booking_type", "day"))
        .post("/api/bookings")
        .then()
        .statusCode(201)
        .extract()
        .path("booking.id");
  }

  private String enquire() {
    return customer
        .asks()
        .body(
            Map.of(
                "name",
                customer.name(),
                "email",
                customer.email(),
                "property_id",
                listing,
                "message",
                "Is there parking? " + UUID.randomUUID()))
        .post("/api/enquiries")
        .then()
        .statusCode(201)
        .extract()
        .path("enquiry_id");
  }

  private String upload() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return owner
        .asksWithoutBody()
        .multiPart("file", "view.png", png.toByteArray(), "image/png")
        .post("/api/uploads/image")
        .then()
        .statusCode(201)
        .extract()
        .path("filename");
  }

  private static String notificationOf(Person person) {
    return await("a notification")
        .until(
            () ->
                person
                    .asks()
                    .get("/api/notifications")
                    .jsonPath()
                    .getList("notifications.id", String.class),
            ids -> !ids.isEmpty())
        .getFirst();
  }

  private String deliveryTo(Person person) {
    return await("a delivery")
        .until(
            () ->
                admin
                    .asks()
                    .queryParam("recipient", person.email())
                    .get("/api/admin/notifications")
                    .jsonPath()
                    .getList("notifications.id", String.class),
            ids -> !ids.isEmpty())
        .getFirst();
  }
}
