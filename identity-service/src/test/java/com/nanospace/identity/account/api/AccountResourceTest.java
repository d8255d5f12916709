package com.nanospace.identity.account.api;

import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.registration;
import static com.nanospace.identity.People.withPhone;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.identity.People.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountResourceTest {

  @Test
  void registersACustomerAndSignsThemIn() {
    Map<String, Object> body = registration();

    json()
        .body(body)
        .post("/api/auth/register")
        .then()
        .statusCode(201)
        .body("message", notNullValue())
        .body("user.id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]+"))
        .body("user.email", equalTo(body.get("email")))
        .body("user.phone", nullValue())
        .body("user.full_name", equalTo("Asha Rao"))
        .body("user.role", equalTo("customer"))
        .body("user.email_verified", equalTo(false))
        .body("user.phone_verified", equalTo(false))
        .body("user.created_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"))
        .body("access_token", notNullValue())
        .body("refresh_token", matchesPattern("[A-Za-z0-9_-]{43}"))
        .body("token_type", equalTo("Bearer"))
        .body("expires_in", equalTo(900));
  }

  @Test
  void showsTheOwnAccount() {
    Person person = withPhone();

    person
        .calls()
        .get("/api/auth/me")
        .then()
        .statusCode(200)
        .body("user.id", equalTo(person.id().toString()))
        .body("user.phone", equalTo(person.phone()));
  }
}
