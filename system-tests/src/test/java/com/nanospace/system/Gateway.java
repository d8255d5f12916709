package com.nanospace.system;

import static io.restassured.RestAssured.given;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.specification.RequestSpecification;

/** The suite's public origin, as a front-end sees it. */
public final class Gateway {

  private static String origin = "";

  private Gateway() {}

  public static void at(String address) {
    origin = address;
  }

  public static String origin() {
    return origin;
  }

  /** A request without a token. */
  public static RequestSpecification anyone() {
    return given()
        .spec(
            new RequestSpecBuilder().setBaseUri(origin).setContentType("application/json").build())
        .config(
            RestAssuredConfig.config()
                .jsonConfig(
                    JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)));
  }

  /** A request that sends no JSON: a GET, or an upload. */
  public static RequestSpecification anyoneWithoutBody() {
    return given().baseUri(origin);
  }
}
