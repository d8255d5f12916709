package com.nanospace.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.kit.ErrorKind;
import com.nanospace.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ProblemMapperTest {

  @Test
  void turnsARefusalIntoAProblemDocument() {
    given()
        .header("X-Request-Id", "my-request.1")
        .get("/failing/refusal")
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .header("X-Request-Id", "my-request.1")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .body("type", equalTo("https://nanospace.com/problems/rate.limited"))
        .body("title", equalTo("Too Many Requests"))
        .body("status", equalTo(429))
        .body("detail", equalTo("Slow down"))
        .body("error", equalTo("Slow down"))
        .body("code", equalTo("rate.limited"))
        .body("instance", equalTo("/failing/refusal"))
        .body("request_id", equalTo("my-request.1"))
        .body("remaining_attempts", equalTo(2))
        .body("errors", nullValue());
  }

  @Test
  @EnabledOnOs(OS.LINUX) // has a device that is always full
  void isUnavailableWhileTheDiskIsFull() {
    given()
        .get("/failing/disk")
        .then()
        .statusCode(503)
        .header("Retry-After", matchesPattern("\\d+"))
        .body("code", equalTo("dependency.unavailable"));
  }

  @ParameterizedTest
  @EnumSource(ErrorKind.class)
  void hasAStatusForEveryKindOfRefusal(ErrorKind kind) {
    given()
        .get("/failing/kind?of={kind}", kind)
        .then()
        .contentType("application/problem+json")
        .body("code", equalTo("of." + kind))
        .body("title", not(emptyOrNullString()));
  }

  @Test
  void makesARequestIdWhenTheCallersIsNotWellFormed() {
    given()
        .header("X-Request-Id", "with spaces")
        .get("/failing/refusal")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }

  @Test
  void tellsNothingOfADefect() {
    given()
        .get("/failing/defect")
        .then()
        .statusCode(500)
        .body("code", equalTo("internal"))
        .body(not(containsString("secret")))
        .body(not(containsString("Exception")));
  }

  @Test
  void namesEveryInvalidField() {
    post("{\"name\": \"\", \"price\": 1.005, \"tags\": [\"ok\", \"too long\"], \"inner_part\": {}}")
        .statusCode(400)
        .body("code", equalTo("request.invalid"))
        .body("errors.field", hasItem("name"))
        .body("errors.field", hasItem("price"))
        .body("errors.field", hasItem("tags[1]"))
        .body("errors.field", hasItem("inner_part.part_name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "name         | {\"name\": 12}",
        "name         | {\"name\": true}",
        "name         | {\"name\": [\"a\"]}",
        "name         | {\"name\": \"a\\u0000b\"}",
        "name         | {\"name\": \"a\\ud800\"}",
        "whole_number | {\"name\": \"a\", \"whole_number\": 1.5}",
        "whole_number | {\"name\": \"a\", \"whole_number\": \"many\"}",
        "whole_number | {\"name\": \"a\", \"whole_number\": 99999999999}",
        "whole_number | {\"name\": \"a\", \"whole_number\": true}",
        "price        | {\"name\": \"a\", \"price\": \"cheap\"}",
        "price        | {\"name\": \"a\", \"price\": 1e400000000}",
        "price        | {\"name\": \"a\", \"price\": {}}",
        "start_date   | {\"name\": \"a\", \"start_date\": \"tomorrow\"}",
        "start_date   | {\"name\": \"a\", \"start_date\": \"+999999999-12-31T00:00:00\"}",
        "start_date   | {\"name\": \"a\", \"start_date\": 20261201}",
        "tags         | {\"name\": \"a\", \"tags\": \"wifi\"}",
        "tags[0]      | {\"name\": \"a\", \"tags\": [7]}",
        "inner_part   | {\"name\": \"a\", \"inner_part\": 3}"
      })
  void namesTheFieldOfAWrongType(String field, String body) {
    post(body)
        .statusCode(400)
        .body("code", equalTo("request.invalid"))
        .body("errors.field", hasItem(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "whole_number | 12           | {\"name\": \"a\", \"whole_number\": \"12\"}",
        "start_date   | 2026-12-01   | {\"name\": \"a\", \"start_date\": \"2026-12-01T10:00:00Z\"}",
        "start_date   | 2026-12-01   | {\"name\": \"a\", \"start_date\": \"2026-12-01\"}",
        "name         | a            | {\"name\": \"a\", \"unknown\": {\"x\": [1]}}",
      })
  void readsWhatFormsSend(String field, String value, String body) {
    post(body).statusCode(200).body(field + ".toString()", equalTo(value));
  }

  @Test
  void takesAnEmptyStringInANumberFieldForAbsent() {
    post("{\"name\": \"a\", \"whole_number\": \"\", \"price\": \"\", \"start_date\": \"\"}")
        .statusCode(200)
        .body("whole_number", nullValue())
        .body("price", nullValue())
        .body("start_date", nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"{\"name\":", "[]", "7", "{\"name\": \"a\"} trailing", "nonsense"})
  void refusesWhatIsNotOneJsonObject(String body) {
    post(body).statusCode(400).body("code", equalTo("request.malformed"));
  }

  @Test
  void refusesWhatBeginsAsUtf32AndIsNone() {
    byte[] body = {0, 0, (byte) 0xfe, (byte) 0xff, 0, 0, 0, '{', 0, 0x7f, 0, 0};

    given()
        .contentType("application/json")
        .body(body)
        .post("/failing/thing")
        .then()
        .statusCode(400)
        .body("code", equalTo("request.malformed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "null"})
  void refusesAnAbsentBody(String body) {
    post(body).statusCode(400).body("code", equalTo("request.invalid"));
  }

  @Test
  void refusesDeepNesting() {
    post("{\"unknown\":" + "[".repeat(2000) + "]".repeat(2000) + "}").statusCode(400);
  }

  @Test
  void refusesATooLargeBody() {
    given()
        .contentType("application/json")
        .body("{\"name\":\"" + "x".repeat(3_000_000) + "\"}")
        .post("/failing/thing")
        .then()
        .statusCode(413);
  }

  @Test
  void refusesAnotherContentType() {
    given()
        .contentType("text/plain")
        .body("name=a")
        .post("/failing/thing")
        .then()
        .statusCode(415)
        .body("code", equalTo("request.unsupported_type"));
  }

  @Test
  void answersUnknownRoutesAndWrongMethods() {
    given().get("/nowhere").then().statusCode(404).body("code", equalTo("not_found"));
    given()
        .delete("/failing/thing")
        .then()
        .statusCode(405)
        .body("code", equalTo("method_not_allowed"));
  }

  @Test
  void translatesABrokenConstraint() {
    given()
        .post("/failing/twins")
        .then()
        .statusCode(409)
        .body("code", equalTo("conflict"))
        .body("detail", equalTo("That note exists"));
  }

  @Test
  void asksForATokenAndARole() {
    UUID id = UUID.randomUUID();
    given()
        .get("/failing/owners")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"))
        .contentType("application/problem+json")
        .body("code", equalTo("auth.required"));
    given()
        .auth()
        .oauth2("nonsense")
        .get("/failing/owners")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("auth.required"));
    given()
        .auth()
        .oauth2(TestTokens.customer(id))
        .get("/failing/owners")
        .then()
        .statusCode(403)
        .body("code", equalTo("auth.forbidden"));
    given()
        .auth()
        .oauth2(TestTokens.owner(id))
        .get("/failing/owners")
        .then()
        .statusCode(200)
        .body(equalTo(id.toString()));
  }

  @ParameterizedTest
  @CsvSource({"page=0,page", "page=x,page", "per_page=101,per_page", "page=99999999999,page"})
  void namesAWrongPageParameter(String query, String field) {
    given()
        .get("/failing/page?" + query)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem(field));
  }

  @Test
  void pagesByDefault() {
    given()
        .get("/failing/page?page=&unknown=1")
        .then()
        .statusCode(200)
        .body("page", equalTo(1))
        .body("per_page", equalTo(20));
  }

  private static ValidatableResponse post(String body) {
    return given().contentType("application/json").body(body).post("/failing/thing").then();
  }
}
