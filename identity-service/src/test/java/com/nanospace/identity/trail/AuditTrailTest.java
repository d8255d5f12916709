package com.nanospace.identity.trail;

import static com.nanospace.identity.People.PASSWORD;
import static com.nanospace.identity.People.admin;
import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.logIn;
import static com.nanospace.identity.Problems.assertInvalid;
import static com.nanospace.identity.Problems.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nanospace.identity.People.Person;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who did what to whom, from where: told by all services, kept and read here. */
@QuarkusTest
class AuditTrailTest {

  private static final String TYPE = "com.nanospace.audit.recorded.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject EntityManager entities;
  @Inject AuditEntries entries;

  private Person admin;
  private Person person;

  @BeforeEach
  void meet() {
    admin = admin();
    person = customer();
  }

  @Test
  void tellsWhoSuspendedWhomFromWhere() {
    admin
        .calls()
        .header("X-Forwarded-For", "203.0.113.7")
        .header("X-Request-Id", "audit-" + person.id())
        .body(Map.of("status", "suspended"))
        .put("/api/admin/users/{id}/status", person.id())
        .then()
        .statusCode(200);

    Map<String, Object> line = awaitLine("account.suspended");

    assertThat(line)
        .containsEntry("service", "identity-service")
        .containsEntry("subject_type", "account")
        .containsEntry("subject_id", person.id().toString())
        .containsEntry("actor_id", admin.id().toString())
        .containsEntry("actor_role", "admin")
        .containsEntry("client_address", "203.0.113.7")
        .containsEntry("request_id", "audit-" + person.id())
        .containsEntry("before", Map.of("status", "active"))
        .containsEntry("after", Map.of("status", "suspended"));
    assertThat(line.get("session_id")).isNotNull();
    assertThat(awaitLine("session.ended"))
        .containsEntry("after", Map.of("reason", "suspended", "sessions", 1));
    String told =
        new TopicProbe("identity.audit.v1").await(line.get("id").toString(), TYPE).value();
    assertThat(EventSchemas.violations("identity.audit.v1", TYPE, told)).isEmpty();
  }

  @Test
  void tellsWhatPeopleDoToTheirAccounts() {
    for (int n = 0; n < 5; n++) {
      logIn(person.email(), "wrong password").statusCode(401);
    }
    person
        .calls()
        .body(Map.of("current_password", PASSWORD, "new_password", "another horse battery"))
        .header("X-Forwarded-For", "203.0.113.9")
        .post("/api/auth/change-password")
        .then()
        .statusCode(200);
    person.calls().get("/internal/export").then().statusCode(200);
    person.calls().delete("/api/auth/me").then().statusCode(200);

    assertThat(awaitLine("sign-in.paused"))
        .containsEntry("actor_id", null)
        .containsEntry("after", Map.of("failures", 5));
    for (String action :
        List.of("account.password-changed", "account.exported", "account.erased")) {
      assertThat(awaitLine(action)).containsEntry("actor_id", person.id().toString());
    }
    String everything = lines("subject", person.id().toString()).prettify();
    assertThat(everything)
        .doesNotContain(person.email())
        .doesNotContain("horse")
        .doesNotContain(person.accessToken());
  }

  @Test
  void tellsWhenAdminsSignIn() {
    String anAdmin = admin.id().toString();

    List<Map<String, Object>> signIns =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    read(Map.of("actor", anAdmin, "action", "admin.signed-in"))
                        .<Map<String, Object>>getList("entries"),
                list -> !list.isEmpty());

    assertThat(signIns.getFirst().get("session_id")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "property", "booking", "notification"})
  void keepsEachLineOfEachServiceOnce(String service) {
    String topic = service + ".audit.v1";
    String sample = EventSchemas.sample(topic, TYPE);
    assertThat(EventSchemas.violations(topic, TYPE, sample)).isEmpty();
    JsonPath told = JsonPath.from(sample);
    String id = UUID.randomUUID().toString();
    String line =
        sample
            .replace(told.getString("entry_id"), id)
            .replace(told.getString("subject_id"), person.id().toString());

    new TopicProbe(topic).publish(id, TYPE, line);
    new TopicProbe(topic).publish(id, TYPE, line);

    Map<String, Object> kept = awaitLine(told.getString("action"));
    assertThat(kept)
        .containsEntry("id", id)
        .containsEntry("service", service + "-service")
        .containsEntry("before", told.getMap("before"))
        .containsEntry("after", told.getMap("after"));
    assertThat(lines("subject", person.id().toString()).getInt("total")).isEqualTo(1);
  }

  @Test
  void findsByTimeAndPagesNewestFirst() {
    for (String status : List.of("suspended", "active", "suspended")) {
      admin
          .calls()
          .body(Map.of("status", status))
          .put("/api/admin/users/{id}/status", person.id())
          .then()
          .statusCode(200);
    }
    String subject = person.id().toString();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                read(Map.of("subject", subject, "action", "account.suspended")).getInt("total")
                    == 2);

    JsonPath first = read(Map.of("subject", subject, "per_page", 1));
    JsonPath second = read(Map.of("subject", subject, "per_page", 1, "page", 2));
    String newest = first.getString("entries[0].occurred_at");
    assertThat(Instant.parse(newest))
        .isAfterOrEqualTo(Instant.parse(second.getString("entries[0].occurred_at")));
    assertThat(first.getInt("pages")).isEqualTo(first.getInt("total"));
    assertThat(read(Map.of("subject", subject, "to", "2000-01-01")).getInt("total")).isZero();
    assertThat(read(Map.of("subject", subject, "from", "2000-01-01")).getInt("total"))
        .isEqualTo(first.getInt("total"));
    assertThat(read(Map.of("subject", subject, "from", newest)).getInt("total")).isPositive();
    assertThat(read(Map.of("subject", subject, "to", newest)).getInt("total"))
        .isLessThan(first.getInt("total"));
  }

  @ParameterizedTest
  @CsvSource({"actor,nobody", "from,yesterday", "to,2026-11-22T99:00:00Z", "page,0"})
  void namesTheParameterThatIsWrong(String parameter, String value) {
    assertInvalid(admin.calls().queryParam(parameter, value).get("/api/admin/audit"), parameter);
  }

  @Test
  void isForAdminsAlone() {
    assertRefused(person.calls().get("/api/admin/audit"), 403, "auth.forbidden");
    assertRefused(json().get("/api/admin/audit"), 401, "auth.required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set action = 'nothing.happened'",
        "delete from audit_entry",
        "truncate audit_entry"
      })
  void changesNoLine(String statement) {
    addLine(Instant.now(), "some.deed");

    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery(statement).executeUpdate()))
        .rootCause()
        .hasMessageContaining("append-only");
    assertThat(count("some.deed")).isOne();
  }

  @Test
  void forgetsNothingButWhatIsOld() {
    Instant now = Instant.now();
    addLine(now.minus(Duration.ofDays(401)), "old.deed");
    addLine(now.minus(Duration.ofDays(399)), "young.deed");

    entries.forgetBefore(now.minus(Duration.ofDays(400)), 10_000);

    assertThat(count("old.deed")).isZero();
    assertThat(count("young.deed")).isOne();

    addLine(now.minus(Duration.ofDays(1)), "new.deed");
    entries.forgetBefore(now.plus(Duration.ofDays(1)), 10_000);
    assertThat(count("new.deed")).isOne();
    assertThat(count("young.deed")).isZero();
  }

  private Map<String, Object> awaitLine(String action) {
    return await(action)
        .atMost(PATIENCE)
        .until(
            () ->
                read(Map.of("subject", person.id().toString(), "action", action))
                    .<Map<String, Object>>getList("entries"),
            list -> !list.isEmpty())
        .getFirst();
  }

  private JsonPath lines(String parameter, String value) {
    return read(Map.of(parameter, value));
  }

  private JsonPath read(Map<String, ?> parameters) {
    return admin
        .calls()
        .queryParams(parameters)
        .get("/api/admin/audit")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void addLine(Instant at, String action) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        """
                        insert into audit_entry
                          (id, service, action, subject_type, subject_id, request_id, occurred_at)
                        values (?1, 'test', ?2, 'test', ?3, 'r', ?4)
                        """)
                    .setParameter(1, UUID.randomUUID())
                    .setParameter(2, action)
                    .setParameter(3, person.id().toString())
                    .setParameter(4, at.atOffset(ZoneOffset.UTC))
                    .executeUpdate());
  }

  private int count(String action) {
    return read(Map.of("subject", person.id().toString(), "action", action)).getInt("total");
  }
}
