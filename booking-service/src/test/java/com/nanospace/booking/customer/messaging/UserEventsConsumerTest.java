package com.nanospace.booking.customer.messaging;

import static com.nanospace.booking.BookingClient.asCustomer;
import static com.nanospace.booking.BookingClient.book;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.ListingFixture.aListing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.booking.Neighbours;
import com.nanospace.booking.customer.Contact;
import com.nanospace.booking.customer.CustomerReplica;
import com.nanospace.booking.customer.UserState;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TestTokens;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the contact of a booking comes from. */
@QuarkusTest
class UserEventsConsumerTest {

  private static final String TOPIC = "identity.user.v1";
  private static final String ME = "/api/auth/me";

  private final UUID customer = UUID.randomUUID();

  @Inject CustomerReplica customers;
  @Inject ObjectMapper json;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registered",
        "verified",
        "profile-changed",
        "role-changed",
        "suspended",
        "reactivated",
        "sessions-revoked"
      })
  void appliesThePublishedSample(String event) throws JsonProcessingException {
    String type = "com.nanospace.user.%s.v1".formatted(event);
    String sample = EventSchemas.sample(TOPIC, type);
    JsonNode state = json.readTree(sample);

    new TopicProbe(TOPIC)
        .publish(
            customer.toString(),
            type,
            sample.replace(state.get("user_id").asText(), customer.toString()));

    await().atMost(Duration.ofSeconds(30)).until(() -> customers.contactOf(customer).isPresent());
    assertThat(customers.contactOf(customer))
        .contains(
            new Contact(
                state.get("full_name").asText(),
                state.get("email").asText(),
                state.path("phone").asText(null)));
  }

  @Test
  void ignoresAnOlderState() {
    customers.apply(new UserState(customer, 3, "Asha Rao", "asha@example.com", null));
    customers.apply(new UserState(customer, 2, "Asha", "old@example.com", null));

    assertThat(customers.contactOf(customer).orElseThrow().email()).isEqualTo("asha@example.com");
  }

  @Test
  void fillsInTheAccountsContact() {
    customers.apply(new UserState(customer, 1, "Asha Rao", "asha@example.com", "+919812345670"));
    Map<String, Object> body = dayBooking(aListing().known());
    body.put("customer_name", "Reception");

    book(customer, body)
        .then()
        .statusCode(201)
        .body("booking.customer_name", equalTo("Reception"))
        .body("booking.customer_email", equalTo("asha@example.com"))
        .body("booking.customer_phone", equalTo("+919812345670"));
  }

  @Test
  void asksIdentityOnceForAnAccountItDoesNotKnow() {
    String token = TestTokens.customer(customer);
    Neighbours.answer(
        ME + " Bearer " + token,
        """
        {"user": {"id": "%s", "full_name": "Asha Rao", "email": "asha@example.com", "phone": null}}
        """
            .formatted(customer));
    int before = Neighbours.calls(ME);

    for (int n = 0; n < 3; n++) {
      RestAssured.given()
          .auth()
          .oauth2(token)
          .contentType(ContentType.JSON)
          .body(dayBooking(aListing().known()))
          .post("/api/bookings")
          .then()
          .statusCode(201)
          .body("booking.customer_name", equalTo("Asha Rao"))
          .body("booking.customer_email", equalTo("asha@example.com"));
    }

    assertThat(Neighbours.calls(ME)).isEqualTo(before + 1);
  }

  @Test
  void asksNobodyWhenTheContactIsGiven() {
    int before = Neighbours.calls(ME);
    Map<String, Object> body = dayBooking(aListing().known());
    body.put("customer_name", "Reception");
    body.put("customer_email", "desk@example.com");
    body.put("customer_phone", "+14155550100");

    book(customer, body).then().statusCode(201);

    assertThat(Neighbours.calls(ME)).isEqualTo(before);
  }

  @Test
  void booksWithoutAContactWhenIdentityIsAway() {
    String token = TestTokens.customer(customer);
    Neighbours.slow(ME + " Bearer " + token);

    RestAssured.given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(dayBooking(aListing().known()))
        .post("/api/bookings")
        .then()
        .statusCode(201)
        .body("booking.customer_email", equalTo(null));
    asCustomer(customer).get("/api/bookings/my-bookings").then().body("total", equalTo(1));
  }
}
