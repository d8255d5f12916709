package com.nanospace.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person does with an account. */
@ExtendWith(RunningSuite.class)
class AccountStoryTest {

  @Test
  void anAccountIsWelcomedFoundByEitherIdentifierAndTakenOnce() {
    Person person = Person.registeredAs("customer");

    person.mailbox().awaitMessage("elcome");
    for (String identifier :
        new String[] {person.email().toUpperCase(Locale.ROOT), person.phone()}) {
      Gateway.anyone()
          .body(Map.of("identifier", identifier, "password", Person.PASSWORD))
          .post("/api/auth/login/")
          .then()
          .statusCode(200)
          .body("user.id", equalTo(person.id()));
    }
    Gateway.anyone()
        .body(
            Map.of(
                "email", person.email(), "password", Person.PASSWORD, "full_name", person.name()))
        .post("/api/auth/register")
        .then()
        .statusCode(409);
    Gateway.anyone()
        .body(Map.of("identifier", person.email(), "password", "wrong password"))
        .post("/api/auth/login")
        .then()
        .statusCode(401);
  }

  @Test
  void aRefreshTokenWorksOnceAndItsReuseEndsTheSession() {
    Person person = Person.registeredAs("customer");
    JsonPath second = refresh(person.refreshToken());
    JsonPath third = refresh(second.getString("refresh_token"));

    assertThat(third.getString("refresh_token")).isNotEqualTo(second.getString("refresh_token"));
    // Two generations back is no replay of a lost reply but a stolen token.
    Gateway.anyone()
        .body(Map.of("refresh_token", person.refreshToken()))
        .post("/api/auth/refresh")
        .then()
        .statusCode(401);
    Gateway.anyone()
        .body(Map.of("refresh_token", third.getString("refresh_token")))
        .post("/api/auth/refresh")
        .then()
        .statusCode(401);
  }

  @Test
  void aProfileChangesJustItsOwnFields() {
    Person person = Person.registeredAs("customer");

    person
        .asks()
        .body(Map.of("full_name", "आशा राव", "role", "admin", "email", "other@example.org"))
        .put("/api/auth/update-profile")
        .then()
        .statusCode(200)
        .body("user.full_name", equalTo("आशा राव"))
        .body("user.role", equalTo("customer"))
        .body("user.email", equalTo(person.email()));
  }

  @Test
  void anAdminFindsAccountsAndNobodyElseDoes() {
    Person person = Person.registeredAs("customer");

    Person.admin()
        .asks()
        .queryParam("q", person.email())
        .queryParam("role", "customer")
        .get("/api/admin/users")
        .then()
        .statusCode(200)
        .body("users.id", hasItem(person.id()));
    person.asks().get("/api/admin/users").then().statusCode(403);
    Gateway.anyone().get("/api/admin/users").then().statusCode(401);
    Gateway.anyone()
        .body(
            Map.of(
                "email",
                "a" + person.email(),
                "password",
                Person.PASSWORD,
                "full_name",
                "Mallory",
                "role",
                "admin"))
        .post("/api/auth/register")
        .then()
        .statusCode(403);
  }

  private static JsonPath refresh(String token) {
    return Gateway.anyone()
        .auth()
        .oauth2(token)
        .post("/api/auth/refresh")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
