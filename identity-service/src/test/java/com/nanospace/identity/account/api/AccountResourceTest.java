package com.nanospace.identity.account.api;

import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.newPhone;
import static com.nanospace.identity.People.register;
import static com.nanospace.identity.People.registration;
import static com.nanospace.identity.People.withPhone;
import static com.nanospace.identity.Problems.assertInvalid;
import static com.nanospace.identity.Problems.assertRefused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.identity.People;
import com.nanospace.identity.People.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        .body("user.password_hash", nullValue())
        .body("access_token", notNullValue())
        .body("refresh_token", matchesPattern("[A-Za-z0-9_-]{43}"))
        .body("token_type", equalTo("Bearer"))
        .body("expires_in", equalTo(900));
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner", "OWNER"})
  void registersAnOwner(String role) {
    registering("role", role).then().statusCode(201).body("user.role", equalTo("owner"));
  }

  @Test
  void registersNobodyAsAnAdmin() {
    assertRefused(registering("role", "admin"), 403, "auth.forbidden");
  }

  @Test
  void ignoresFieldsThatAreNotForClients() {
    Map<String, Object> body = registration();
    body.put("email_verified", true);
    body.put("id", "019aa9f2-4c11-7d3a-9f60-2b7c5e8d1a04");
    body.put("version", 99);

    json()
        .body(body)
        .post("/api/auth/register")
        .then()
        .statusCode(201)
        .body("user.email_verified", equalTo(false))
        .body("user.id", matchesPattern("(?!019aa9f2-4c11).*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"98%s", "098%s", "+91 98%s", "+91-98%s", "0091 98%s", "(+91) 98%s"})
  void writesPhonesAsE164(String spelling) {
    String subscriber = newPhone().substring(5);

    registering("phone", spelling.formatted(subscriber))
        .then()
        .statusCode(201)
        .body("user.phone", equalTo("+9198" + subscriber));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void takesAnEmptyPhoneForNone(String empty) {
    registering("phone", empty).then().statusCode(201).body("user.phone", nullValue());
  }

  @Test
  void comparesEmailAddressesWithoutCase() {
    Person person = customer();

    assertRefused(
        registering("email", person.email().toUpperCase(Locale.ROOT)), 409, "account.email_taken");
  }

  @Test
  void refusesAPhoneThatIsTakenHoweverItIsSpelled() {
    Person person = withPhone();

    assertRefused(
        registering("phone", "0" + String.valueOf(person.phone()).substring(3)),
        409,
        "account.phone_taken");
  }

  static Stream<Arguments> invalidRegistrations() {
    return Stream.of(
        Arguments.of("email", null),
        Arguments.of("email", ""),
        Arguments.of("email", "asha"),
        Arguments.of("email", "asha@localhost"),
        Arguments.of("email", "a@b@example.com"),
        Arguments.of("email", "asha@example.com\r\nBcc: all@example.com"),
        Arguments.of("email", "äsha@example.com"),
        Arguments.of("email", "a".repeat(65) + "@example.com"),
        Arguments.of("email", "a@" + "b".repeat(250) + ".com"),
        Arguments.of("email", 7),
        Arguments.of("password", null),
        Arguments.of("password", "1234567"),
        Arguments.of("password", "x".repeat(129)),
        Arguments.of("password", 12345678),
        Arguments.of("full_name", null),
        Arguments.of("full_name", "   "),
        Arguments.of("full_name", "x".repeat(101)),
        Arguments.of("full_name", "Asha\nRao"),
        Arguments.of("full_name", "Asha\u0000Rao"),
        Arguments.of("full_name", Map.of()),
        Arguments.of("role", "root"),
        Arguments.of("role", ""),
        Arguments.of("role", true),
        Arguments.of("phone", "12"),
        Arguments.of("phone", "call me"),
        Arguments.of("phone", "+1234567890123456"),
        Arguments.of("phone", "9".repeat(60)),
        Arguments.of("phone", 9812345670L));
  }

  @ParameterizedTest
  @MethodSource("invalidRegistrations")
  void namesTheFieldThatIsWrong(String field, @Nullable Object value) {
    assertInvalid(registering(field, value), field);
  }

  @Test
  void namesAllFieldsThatAreWrong() {
    Response reply = json().body("{}").post("/api/auth/register");

    assertInvalid(reply, "email");
    assertInvalid(reply, "password");
    assertInvalid(reply, "full_name");
  }

  @Test
  void acceptsWhatIsJustLongEnoughInAnyScript() {
    Map<String, Object> body = registration("full_name", "𝒜".repeat(100));
    body.put("password", "🔑".repeat(128));

    Person person = register(body);

    People.logIn(person.email(), "🔑".repeat(128)).statusCode(200);
  }

  @Test
  void showsTheOwnAccount() {
    Person person = withPhone();

    person
        .calls()
        .get("/api/auth/me")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("user.id", equalTo(person.id().toString()))
        .body("user.phone", equalTo(person.phone()));
  }

  @Test
  void answersWithATrailingSlashToo() {
    customer().calls().get("/api/auth/me/").then().statusCode(200);
  }

  @Test
  void showsNothingToStrangers() {
    assertRefused(RestAssured.get("/api/auth/me"), 401, "auth.required");
    assertRefused(json().body("{}").put("/api/auth/update-profile"), 401, "auth.required");
  }

  @Test
  void changesJustTheFieldsThatAreSent() {
    Person person = withPhone();

    updating(person, Map.of("full_name", "Asha R. Rao"))
        .then()
        .statusCode(200)
        .body("message", notNullValue())
        .body("user.full_name", equalTo("Asha R. Rao"))
        .body("user.phone", equalTo(person.phone()));
  }

  @Test
  void normalisesANewPhone() {
    String phone = newPhone();

    updating(customer(), Map.of("phone", phone.substring(3)))
        .then()
        .statusCode(200)
        .body("user.phone", equalTo(phone))
        .body("user.phone_verified", equalTo(false));
  }

  @Test
  void clearsThePhoneByNull() {
    Map<String, Object> body = new HashMap<>();
    body.put("phone", null);

    updating(withPhone(), body).then().statusCode(200).body("user.phone", nullValue());
  }

  @Test
  void ignoresOtherFieldsOfTheProfile() {
    Person person = customer();

    updating(
            person,
            Map.of("role", "admin", "email", "other@example.com", "email_verified", true, "x", 1))
        .then()
        .statusCode(200)
        .body("user.role", equalTo("customer"))
        .body("user.email", equalTo(person.email()))
        .body("user.email_verified", equalTo(false));
  }

  static Stream<Arguments> invalidProfiles() {
    return invalidRegistrations()
        .filter(row -> row.get()[0].equals("full_name") || row.get()[0].equals("phone"));
  }

  @ParameterizedTest
  @MethodSource("invalidProfiles")
  void namesTheFieldOfTheProfileThatIsWrong(String field, @Nullable Object value) {
    Map<String, Object> body = new HashMap<>();
    body.put(field, value);

    assertInvalid(updating(customer(), body), field);
  }

  @Test
  void refusesThePhoneOfSomebodyElse() {
    Person other = withPhone();

    assertRefused(
        updating(customer(), Map.of("phone", String.valueOf(other.phone()))),
        409,
        "account.phone_taken");
  }

  private static Response registering(String field, @Nullable Object value) {
    return json().body(registration(field, value)).post("/api/auth/register");
  }

  private static Response updating(Person person, Map<String, Object> body) {
    return person.calls().body(body).put("/api/auth/update-profile");
  }
}
