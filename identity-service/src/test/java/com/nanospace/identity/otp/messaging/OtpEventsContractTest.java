package com.nanospace.identity.otp.messaging;

import static com.nanospace.identity.People.customer;
import static com.nanospace.identity.People.json;
import static com.nanospace.identity.People.newEmail;
import static com.nanospace.identity.People.withPhone;
import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.identity.Codes;
import com.nanospace.identity.People.Person;
import com.nanospace.testkit.EventSchemas;
import com.nanospace.testkit.TopicProbe;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What is really published keeps the published contract. */
@QuarkusTest
class OtpEventsContractTest {

  private static final String TOPIC = "identity.otp.v1";
  private static final String ISSUED = "com.nanospace.otp.issued.v1";

  @Inject AgroalDataSource database;

  @Test
  void publishesACodeForAnEmailAddress() {
    String email = customer().email();
    json().body(Map.of("email", email.toUpperCase(Locale.ROOT))).post("/api/otp/send-email");

    ConsumerRecord<String, String> event = Codes.eventsTo(1, email).getFirst();

    assertThat(TopicProbe.header(event, "ce_type")).isEqualTo(ISSUED);
    assertThat(EventSchemas.violations(TOPIC, ISSUED, event.value())).isEmpty();
    JsonPath payload = JsonPath.from(event.value());
    assertThat(payload.getString("otp_id")).isEqualTo(event.key());
    assertThat(payload.getString("channel")).isEqualTo("email");
    assertThat(payload.getString("purpose")).isEqualTo("verify");
    assertThat(
            Duration.between(
                Instant.parse(payload.getString("occurred_at")),
                Instant.parse(payload.getString("expires_at"))))
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void encryptsTheCodeForTheRecipientsKey() {
    Person person = withPhone();
    json().body(Map.of("phone", String.valueOf(person.phone()))).post("/api/otp/send-sms");

    ConsumerRecord<String, String> event =
        Codes.eventsTo(1, String.valueOf(person.phone())).getFirst();

    String code = Codes.lastOf(1, String.valueOf(person.phone()));
    assertThat(code).matches("[0-9]{6}");
    assertThat(JsonPath.from(event.value()).getString("channel")).isEqualTo("sms");
    assertThat(JsonPath.from(event.value()).getString("code_jwe"))
        .startsWith("eyJhbGciOiJSU0EtT0FFUC0yNTYiLCJlbmMiOiJBMjU2R0NNIn0.");
  }

  @Test
  void publishesNothingForAStranger() throws SQLException {
    String email = newEmail();

    json().body(Map.of("email", email)).post("/api/otp/send-email").then().statusCode(200);

    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select count(*) from outbox where payload->>'recipient' = ?")) {
      query.setString(1, email);
      var rows = query.executeQuery();
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @Test
  void offersASampleThatKeepsTheContract() {
    assertThat(EventSchemas.violations(TOPIC, ISSUED, EventSchemas.sample(TOPIC, ISSUED)))
        .isEmpty();
    assertThat(EventSchemas.violations(TOPIC, ISSUED, "{\"otp_id\":\"x\"}")).isNotEmpty();
  }
}
