package com.nanospace.identity.account.messaging;

import static com.nanospace.identity.People.PASSWORD;
import static com.nanospace.identity.People.admin;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.logIn;
import static com.nanospace.identity.People.newPhone;
import static com.nanospace.identity.People.withPhone;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.identity.Codes;
import com.nanospace.identity.People.Person;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is really published keeps the published contract. */
@QuarkusTest
class UserEventsContractTest {

  private static final String TOPIC = "identity.user.v1";

  @Test
  void publishesTheLifeOfAnAccountInOrder() {
    Person person = withPhone();
    json().body(Map.of("email", person.email())).post("/api/otp/send-email");
    json()
        .body(Map.of("identifier", person.email(), "otp", Codes.lastOf(1, person.email())))
        .post("/api/otp/verify")
        .then()
        .statusCode(200);
    person
        .calls()
        .body(Map.of("phone", newPhone(), "full_name", "आशा राव"))
        .put("/api/auth/update-profile")
        .then()
        .statusCode(200);
    Person admin = admin();
    change(admin, person, "role", "owner");
    logIn(person.email(), PASSWORD).statusCode(200);
    change(admin, person, "status", "suspended");
    change(admin, person, "status", "active");

    List<ConsumerRecord<String, String>> events =
        new TopicProbe(TOPIC).awaitAll(person.id().toString(), 8, record -> true);

    assertThat(events)
        .extracting(record -> TopicProbe.header(record, "ce_type"))
        .containsExactly(
            "com.nanospace.user.registered.v1",
            "com.nanospace.user.verified.v1",
            "com.nanospace.user.profile-changed.v1",
            "com.nanospace.user.role-changed.v1",
            "com.nanospace.user.sessions-revoked.v1",
            "com.nanospace.user.suspended.v1",
            "com.nanospace.user.sessions-revoked.v1",
            "com.nanospace.user.reactivated.v1");
    assertThat(events)
        .extracting(record -> JsonPath.from(record.value()).getInt("version"))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(events).allSatisfy(UserEventsContractTest::assertKeepsTheContract);
    assertThat(JsonPath.from(events.getLast().value()).<Map<String, Object>>get())
        .containsEntry("email", person.email())
        .containsEntry("full_name", "आशा राव")
        .containsEntry("role", "owner")
        .containsEntry("status", "active")
        .containsEntry("email_verified", true)
        .containsEntry("phone_verified", false);
  }

  private static void assertKeepsTheContract(ConsumerRecord<String, String> event) {
    assertThat(EventSchemas.violations(TOPIC, TopicProbe.header(event, "ce_type"), event.value()))
        .isEmpty();
    assertThat(TopicProbe.header(event, "ce_source")).isEqualTo("/nanospace/identity-service");
    assertThat(TopicProbe.header(event, "ce_subject")).isEqualTo(event.key());
    assertThat(event.value()).doesNotContain("argon2").doesNotContain("password");
  }

  @Test
  void publishesTheEndOfASession() {
    Person person = withPhone();
    person.calls().post("/api/auth/logout").then().statusCode(200);

    ConsumerRecord<String, String> event =
        new TopicProbe(TOPIC)
            .await(person.id().toString(), "com.nanospace.user.sessions-revoked.v1");

    assertThat(JsonPath.from(event.value()).getList("session_ids")).hasSize(1);
    assertKeepsTheContract(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registered",
        "verified",
        "password-changed",
        "profile-changed",
        "role-changed",
        "suspended",
        "reactivated",
        "sessions-revoked",
        "erased"
      })
  void offersSamplesThatKeepTheContract(String event) {
    String type = "com.nanospace.user.%s.v1".formatted(event);

    assertThat(EventSchemas.violations(TOPIC, type, EventSchemas.sample(TOPIC, type))).isEmpty();
    assertThat(EventSchemas.violations(TOPIC, type, "{\"user_id\":\"x\"}")).isNotEmpty();
  }

  private static void change(Person admin, Person person, String what, String to) {
    admin
        .calls()
        .body(Map.of(what, to))
        .put("/api/admin/users/%s/%s".formatted(person.id(), what))
        .then()
        .statusCode(200);
  }
}
