package com.nanospace.identity.privacy.api;

import static com.nanospace.identity.People.PASSWORD;
import static com.nanospace.identity.People.admin;
import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.logIn;
import static com.nanospace.identity.People.register;
import static com.nanospace.identity.People.registration;
import static com.nanospace.identity.People.withPhone;
import static com.nanospace.identity.Problems.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.nanospace.identity.People.Person;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PrivacyResourceTest {

  private static final String TOPIC = "identity.user.v1";

  @Inject EntityManager entities;

  @Test
  void endsAllSessionsOfAnErasedAccount() {
    Person person = customer();
    String elsewhere = logIn(person.email(), PASSWORD).extract().path("access_token");

    erase(person).then().statusCode(200).body("message", equalTo("Account deleted"));

    assertRefused(erase(person), 401, "auth.required");
    assertRefused(json().auth().oauth2(elsewhere).get("/api/auth/me"), 401, "auth.required");
    assertRefused(
        json().body(Map.of("refresh_token", person.refreshToken())).post("/api/auth/refresh"),
        401,
        "auth.refresh_refused");
    assertRefused(
        logIn(person.email(), PASSWORD).extract().response(), 401, "auth.wrong_credentials");
  }

  @Test
  void keepsNothingButTheIdOfAnErasedAccount() {
    Person person = withPhone();
    json().body(Map.of("email", person.email())).post("/api/otp/send-email");
    logIn(person.email(), "wrong password").statusCode(401);

    erase(person).then().statusCode(200);

    admin()
        .calls()
        .queryParam("q", person.email())
        .get("/api/admin/users")
        .then()
        .body("users", hasSize(0));
    for (String table : List.of("account", "session", "one_time_code", "failed_logins")) {
      assertThat(rowsThatName(table, person)).as(table).isZero();
    }
    assertThat(rowsThatName("erased_account", person)).isOne();
    register(registration("email", person.email()));
    register(registration("phone", person.phone()));
  }

  @Test
  void tellsOthersWithoutAPersonalWord() {
    Person person = withPhone();

    erase(person).then().statusCode(200);

    List<ConsumerRecord<String, String>> events =
        new TopicProbe(TOPIC).awaitAll(person.id().toString(), 3, record -> true);
    assertThat(events)
        .extracting(record -> TopicProbe.header(record, "ce_type"))
        .containsExactly(
            "com.nanospace.user.registered.v1",
            "com.nanospace.user.sessions-revoked.v1",
            "com.nanospace.user.erased.v1");
    String erased = events.getLast().value();
    assertThat(EventSchemas.violations(TOPIC, "com.nanospace.user.erased.v1", erased)).isEmpty();
    assertThat(JsonPath.from(erased).getInt("version")).isEqualTo(3);
    assertThat(JsonPath.from(erased).getList("session_ids"))
        .isEqualTo(JsonPath.from(events.get(1).value()).getList("session_ids"))
        .hasSize(1);
    assertThat(erased).doesNotContainIgnoringCase(person.email()).doesNotContain("Asha");
  }

  @Test
  void keepsTheLastAdmin() throws Exception {
    Person first = freshAdmin();
    Person second = freshAdmin();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        """
                        update account set role = 'CUSTOMER'
                        where role = 'ADMIN' and id not in (?1, ?2)
                          and email <> 'admin@nanospace.com'
                        """)
                    .setParameter(1, first.id())
                    .setParameter(2, second.id())
                    .executeUpdate());
    Person configured = admin();
    suspend(second, configured.id());

    List<Integer> statuses;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Response> one = threads.submit(() -> erase(first));
      Future<Response> other = threads.submit(() -> erase(second));
      statuses = List.of(one.get().statusCode(), other.get().statusCode());
      Person left = one.get().statusCode() == 200 ? second : first;
      assertRefused(erase(left), 409, "account.last_admin");
      left.calls()
          .body(Map.of("status", "active"))
          .put("/api/admin/users/{id}/status", configured.id())
          .then()
          .statusCode(200);
      erase(left).then().statusCode(200);
    }

    assertThat(statuses).containsExactlyInAnyOrder(200, 409);
  }

  @Test
  void exportsAccountSessionsAndCodes() {
    Person person = withPhone();
    json().body(Map.of("email", person.email())).post("/api/otp/send-email");

    Response export = person.calls().get("/internal/export");

    export
        .then()
        .statusCode(200)
        .body("account.email", equalTo(person.email()))
        .body("account.phone", equalTo(person.phone()))
        .body("sessions.total", equalTo(1))
        .body("sessions.entries.ended_at", contains(nullValue()))
        .body("codes.entries.channel", contains("email"))
        .body("codes.entries.purpose", contains("verify"));
    assertThat(export.asString()).doesNotContain("hash").doesNotContain("argon2");
    assertRefused(json().get("/internal/export"), 401, "auth.required");
  }

  private static Response erase(Person person) {
    return person.calls().delete("/api/auth/me");
  }

  private static Person freshAdmin() {
    Person person = customer();
    admin()
        .calls()
        .body(Map.of("role", "admin"))
        .put("/api/admin/users/{id}/role", person.id())
        .then()
        .statusCode(200);
    String token = logIn(person.email(), PASSWORD).extract().path("access_token");
    return new Person(person.id(), person.email(), null, token, person.refreshToken());
  }

  private static void suspend(Person admin, UUID id) {
    admin
        .calls()
        .body(Map.of("status", "suspended"))
        .put("/api/admin/users/{id}/status", id)
        .then()
        .statusCode(200);
  }

  private long rowsThatName(String table, Person person) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                (long)
                    entities
                        .createNativeQuery(
                            """
                            select count(*) from %1$s
                            where to_jsonb(%1$s)::text ilike any (array[?1, ?2])
                            """
                                .formatted(table),
                            Long.class)
                        .setParameter(1, "%" + person.id() + "%")
                        .setParameter(2, "%" + person.email() + "%")
                        .getSingleResult());
  }
}
