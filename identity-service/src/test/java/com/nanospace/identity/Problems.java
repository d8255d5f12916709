package com.nanospace.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What tests expect of refusals. */
public final class Problems {

  private Problems() {}

  public static ValidatableResponse assertRefused(Response reply, int status, String code) {
    return reply
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("code", equalTo(code))
        .body("error", notNullValue())
        .body("request_id", notNullValue());
  }

  public static void assertInvalid(Response reply, String field) {
    assertRefused(reply, 400, "request.invalid").body("errors.field", hasItem(equalTo(field)));
  }
}
