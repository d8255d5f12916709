package com.nanospace.property;

import static io.restassured.RestAssured.given;

import com.nanospace.testkit.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The service as a client of one person, or of nobody, drives it. */
public record PropertyClient(@Nullable UUID id, @Nullable String token) {

  public static PropertyClient anonymous() {
    return new PropertyClient(null, null);
  }

  public static PropertyClient customer() {
    UUID id = UUID.randomUUID();
    return new PropertyClient(id, TestTokens.customer(id));
  }

  public static PropertyClient owner() {
    UUID id = UUID.randomUUID();
    return new PropertyClient(id, TestTokens.owner(id));
  }

  public static PropertyClient admin() {
    UUID id = UUID.randomUUID();
    return new PropertyClient(id, TestTokens.admin(id));
  }

  public RequestSpecification request() {
    return token == null ? given() : given().auth().oauth2(token);
  }

  /** A form that is valid, to be changed at will. */
  public static Map<String, Object> form() {
    Map<String, Object> form = new HashMap<>();
    form.put("name", "Lakeside Coworking");
    form.put("type", "coworking");
    form.put("city", "Bengaluru");
    form.put("address", "12 Kensington Road");
    form.put("total_seats", 10);
    form.put("price_per_day", 450);
    return form;
  }

  public static Map<String, Object> formWith(Object... entries) {
    Map<String, Object> form = form();
    for (int i = 0; i < entries.length; i += 2) {
      form.put((String) entries[i], entries[i + 1]);
    }
    return form;
  }

  public ValidatableResponse create(Object form) {
    return request().contentType("application/json").body(form).post("/api/properties").then();
  }

  public String created(Object form) {
    return create(form).statusCode(201).extract().path("property.id");
  }

  /** A new listing of this owner that an admin approves. */
  public String approved(Object form) {
    String id = created(form);
    admin().approve(id).statusCode(200);
    return id;
  }

  public ValidatableResponse get(String id) {
    return request().get("/api/properties/" + id).then();
  }

  public ValidatableResponse update(String id, Object patch) {
    return request()
        .contentType("application/json")
        .body(patch)
        .put("/api/properties/" + id)
        .then();
  }

  public ValidatableResponse delete(String id) {
    return request().delete("/api/properties/" + id).then();
  }

  public ValidatableResponse approve(String id) {
    return request().put("/api/admin/properties/%s/approve".formatted(id)).then();
  }

  public ValidatableResponse reject(String id, String reason) {
    return request()
        .contentType("application/json")
        .body(Map.of("reason", reason))
        .put("/api/admin/properties/%s/reject".formatted(id))
        .then();
  }
}
