package com.nanospace.identity;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** People who use the service in tests; each one is new. */
public final class People {

  public static final String PASSWORD = "correct horse battery";

  /** Somebody who is signed in. */
  public record Person(
      UUID id, String email, @Nullable String phone, String accessToken, String refreshToken) {

    public RequestSpecification calls() {
      return json().auth().oauth2(accessToken);
    }
  }

  private People() {}

  public static RequestSpecification json() {
    return given().contentType(ContentType.JSON);
  }

  public static String newEmail() {
    return "Asha." + UUID.randomUUID().toString().substring(0, 13) + "@example.com";
  }

  public static String newPhone() {
    return "+919" + ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L);
  }

  /** A registration that is valid as it is. */
  public static Map<String, Object> registration() {
    Map<String, Object> body = new HashMap<>();
    body.put("email", newEmail());
    body.put("password", PASSWORD);
    body.put("full_name", "Asha Rao");
    return body;
  }

  public static Map<String, Object> registration(String field, @Nullable Object value) {
    Map<String, Object> body = registration();
    body.put(field, value);
    return body;
  }

  public static Person customer() {
    return register(registration());
  }

  public static Person owner() {
    return register(registration("role", "owner"));
  }

  public static Person withPhone() {
    return register(registration("phone", newPhone()));
  }

  public static Person register(Map<String, Object> body) {
    return person(json().body(body).post("/api/auth/register").then().statusCode(201));
  }

  /** The first admin, of the test profile's configuration. */
  public static Person admin() {
    return person(logIn("admin@nanospace.com", "Admin@123").statusCode(200));
  }

  public static ValidatableResponse logIn(String identifier, String password) {
    return json()
        .body(Map.of("identifier", identifier, "password", password))
        .post("/api/auth/login")
        .then();
  }

  private static Person person(ValidatableResponse signedIn) {
    var reply = signedIn.extract().jsonPath();
    return new Person(
        UUID.fromString(reply.getString("user.id")),
        reply.getString("user.email"),
        reply.getString("user.phone"),
        reply.getString("access_token"),
        reply.getString("refresh_token"));
  }
}
