package com.nanospace.identity.account.api;

import static com.nanospace.identity.People.PASSWORD;
import static com.nanospace.identity.People.admin;
import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.logIn;
import static com.nanospace.identity.People.owner;
import static com.nanospace.identity.People.register;
import static com.nanospace.identity.People.registration;
import static com.nanospace.identity.People.withPhone;
import static com.nanospace.identity.Problems.assertInvalid;
import static com.nanospace.identity.Problems.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.nanospace.identity.People.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UserAdminResourceTest {

  private Person admin;

  @BeforeEach
  void signInAsAdmin() {
    admin = admin();
  }

  @Test
  void listsPagesNewestFirst() {
    Person older = customer();
    Person newer = customer();

    admin
        .calls()
        .queryParam("per_page", 2)
        .get("/api/admin/users")
        .then()
        .statusCode(200)
        .body("users.id", contains(newer.id().toString(), older.id().toString()))
        .body("page", equalTo(1))
        .body("per_page", equalTo(2));
  }

  @Test
  void countsPages() {
    String name = "Paged " + UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      register(registration("full_name", name));
    }

    admin
        .calls()
        .queryParams("q", name, "per_page", 2, "page", 2)
        .get("/api/admin/users")
        .then()
        .body("users", hasSize(1))
        .body("total", equalTo(3))
        .body("pages", equalTo(2));
  }

  @Test
  void listsOneRole() {
    owner();

    admin
        .calls()
        .queryParam("role", "owner")
        .get("/api/admin/users")
        .then()
        .body("users.role", everyItem(equalTo("owner")));
  }

  @Test
  void searchesEmailPhoneAndName() {
    Person person = withPhone();

    for (String text :
        new String[] {
          person.email().toUpperCase(Locale.ROOT), String.valueOf(person.phone()).substring(3)
        }) {
      search(text).then().body("users.id", hasItem(person.id().toString()));
    }
  }

  @Test
  void takesWildcardsForCharacters() {
    Person person = register(registration("full_name", "100%_sure!" + UUID.randomUUID()));

    search("100%_sure!").then().body("users.id", hasItem(person.id().toString()));
    search("100_%sure").then().body("users", hasSize(0));
  }

  @ParameterizedTest
  @CsvSource({"role,root", "page,0", "page,x", "per_page,101", "per_page,1.5"})
  void namesTheParameterThatIsWrong(String parameter, String value) {
    assertInvalid(admin.calls().queryParam(parameter, value).get("/api/admin/users"), parameter);
  }

  @Test
  void isForAdminsOnly() {
    String user = "/api/admin/users/" + customer().id();

    for (Person other : new Person[] {customer(), owner()}) {
      assertRefused(other.calls().get("/api/admin/users"), 403, "auth.forbidden");
      assertRefused(put(other, user + "/role", "role", "admin"), 403, "auth.forbidden");
      assertRefused(put(other, user + "/status", "status", "suspended"), 403, "auth.forbidden");
      assertRefused(other.calls().get("/internal/stats"), 403, "auth.forbidden");
    }
    assertRefused(json().get("/api/admin/users"), 401, "auth.required");
    assertRefused(json().get("/internal/stats"), 401, "auth.required");
  }

  @Test
  void suspendsAnAccountAndEndsItsSessions() {
    Person person = customer();

    changeStatus(person.id(), "suspended")
        .then()
        .statusCode(200)
        .body("user.id", equalTo(person.id().toString()));

    assertRefused(person.calls().get("/api/auth/me"), 401, "auth.required");
    assertRefused(
        json().body(Map.of("refresh_token", person.refreshToken())).post("/api/auth/refresh"),
        401,
        "auth.refresh_refused");
    assertRefused(logIn(person.email(), PASSWORD).extract().response(), 403, "account.suspended");
    assertRefused(
        logIn(person.email(), "wrong password").extract().response(),
        401,
        "auth.wrong_credentials");
  }

  @Test
  void reactivatesAnAccount() {
    Person person = customer();
    changeStatus(person.id(), "suspended");
    changeStatus(person.id(), "suspended").then().statusCode(200);

    changeStatus(person.id(), "Active").then().statusCode(200);

    logIn(person.email(), PASSWORD).statusCode(200);
  }

  @Test
  void makesFurtherAdminsWhoSignInAnew() {
    Person person = customer();

    changeRole(person.id(), "admin").then().statusCode(200).body("user.role", equalTo("admin"));

    assertRefused(person.calls().get("/api/auth/me"), 401, "auth.required");
    String token = logIn(person.email(), PASSWORD).extract().path("access_token");
    json().auth().oauth2(token).get("/api/admin/users").then().statusCode(200);
  }

  @Test
  void letsNoAdminDepriveThemselves() {
    assertRefused(changeStatus(admin.id(), "suspended"), 409, "account.own_account");
    assertRefused(changeRole(admin.id(), "customer"), 409, "account.own_account");
    changeRole(admin.id(), "admin").then().statusCode(200);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "root", " "})
  void namesTheStatusOrRoleThatIsWrong(@Nullable String word) {
    UUID id = customer().id();

    assertInvalid(changeStatus(id, word), "status");
    assertInvalid(changeRole(id, word), "role");
  }

  @ParameterizedTest
  @ValueSource(strings = {"019aa9f2-4c11-7d3a-9f60-2b7c5e8d1a04", "nobody"})
  void knowsNoStrangers(String id) {
    assertRefused(
        put(admin, "/api/admin/users/" + id + "/role", "role", "owner"), 404, "not_found");
    assertRefused(
        put(admin, "/api/admin/users/" + id + "/status", "status", "active"), 404, "not_found");
  }

  @Test
  void countsUsersByRole() {
    var before = admin.calls().get("/internal/stats").then().statusCode(200).extract().jsonPath();
    customer();
    owner();
    var after = admin.calls().get("/internal/stats").then().statusCode(200).extract().jsonPath();

    assertThat(after.getInt("users.customers")).isEqualTo(before.getInt("users.customers") + 1);
    assertThat(after.getInt("users.owners")).isEqualTo(before.getInt("users.owners") + 1);
    assertThat(after.getInt("users.admins")).isPositive();
    assertThat(after.getInt("users.total")).isEqualTo(before.getInt("users.total") + 2);
  }

  private Response search(String text) {
    return admin.calls().queryParam("q", text).get("/api/admin/users");
  }

  private Response changeStatus(UUID id, @Nullable String status) {
    return put(admin, "/api/admin/users/" + id + "/status", "status", status);
  }

  private Response changeRole(UUID id, @Nullable String role) {
    return put(admin, "/api/admin/users/" + id + "/role", "role", role);
  }

  private static Response put(Person who, String path, String field, @Nullable String value) {
    Map<String, Object> body = new HashMap<>();
    body.put(field, value);
    return who.calls().body(body).put(path);
  }
}
