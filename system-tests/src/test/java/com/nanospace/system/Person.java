package com.nanospace.system;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody with an account, signed in. */
public record Person(
    String id, String email, String phone, String name, String accessToken, String refreshToken) {

  public static final String PASSWORD = "correct horse battery";

  public static Person registeredAs(String role) {
    String unique = UUID.randomUUID().toString().substring(0, 13);
    String email = "%s-%s@example.org".formatted(role, unique);
    String phone = "+9198%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    String name = "Asha " + unique;
    JsonPath reply =
        Gateway.anyone()
            .body(
                Map.of(
                    "email", email,
                    "password", PASSWORD,
                    "full_name", name,
                    "role", role,
                    "phone", phone))
            .post("/api/auth/register")
            .then()
            .statusCode(201)
            .body("user.email", equalTo(email))
            .body("user.role", equalTo(role))
            .extract()
            .jsonPath();
    return new Person(
        reply.getString("user.id"),
        email,
        phone,
        name,
        reply.getString("access_token"),
        reply.getString("refresh_token"));
  }

  /** The administrator that the one-machine run creates. */
  public static Person admin() {
    JsonPath reply =
        Gateway.anyone()
            .body(Map.of("identifier", "admin@nanospace.com", "password", "Admin@123"))
            .post("/api/auth/login")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    return new Person(
        reply.getString("user.id"),
        "admin@nanospace.com",
        "",
        reply.getString("user.full_name"),
        reply.getString("access_token"),
        reply.getString("refresh_token"));
  }

  /** A request with this person's token. */
  public RequestSpecification asks() {
    return Gateway.anyone().auth().oauth2(accessToken);
  }

  /** A request with this person's token and no JSON body. */
  public RequestSpecification asksWithoutBody() {
    return Gateway.anyoneWithoutBody().auth().oauth2(accessToken);
  }

  public Mailbox mailbox() {
    return new Mailbox(email);
  }

  public Mailbox textMessages() {
    return new Mailbox(phone);
  }
}
