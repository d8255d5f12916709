package com.nanospace.notification.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.notification.DeliveryLog;
import com.nanospace.notification.Mailbox;
import com.nanospace.notification.Mailbox.Mail;
import com.nanospace.notification.SealedCodes;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OtpEventsTest {

  private static final String ISSUED = "com.nanospace.otp.issued.v1";

  @Inject DataSource database;

  private final TopicProbe topic = new TopicProbe("identity.otp.v1");
  private final TopicProbe deadLetters = new TopicProbe("identity.otp.v1.notification.dlq");
  private final UUID otpId = UUID.randomUUID();
  private final String address = "otp-" + otpId + "@example.com";

  @BeforeEach
  void openMailbox() {
    Mailbox.open();
  }

  @Test
  void mailsTheCodeInSubjectTextAndHtml() {
    publish("verify", SealedCodes.seal("481516", otpId), in(300));

    Mail mail = Mailbox.awaitOne(address);

    assertThat(mail.subject()).isEqualTo("481516 is your Nano Space verification code");
    assertThat(mail.text()).contains("481516", "It is good for 5 minutes");
    assertThat(mail.html()).contains("481516");
  }

  @Test
  void namesTheMailAfterItsDelivery() {
    publish("verify", SealedCodes.seal("481516", otpId), in(300));

    Mail mail = Mailbox.awaitOne(address);

    Object delivery = DeliveryLog.await(address, "sent").get("id");
    assertThat(mail.header("Message-ID")).isEqualTo("<%s@nanospace.com>".formatted(delivery));
    assertThat(mail.header("From")).isEqualTo("Nano Space <no-reply@nanospace.com>");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
  }

  @Test
  void saysWhatAResetCodeIsFor() {
    publish("reset", SealedCodes.seal("234201", otpId), in(60));

    Mail mail = Mailbox.awaitOne(address);

    assertThat(mail.subject()).isEqualTo("234201 is your Nano Space password reset code");
    assertThat(mail.text()).contains("It is good for 1 minute and");
  }

  @Test
  void keepsNoTraceOfTheCodeOnceItIsSent() throws SQLException {
    publish("verify", SealedCodes.seal("907143", otpId), in(300));
    Mailbox.awaitOne(address);

    String log = DeliveryLog.await(address, "sent").toString();

    assertThat(log).doesNotContain("907143", "eyJ");
    assertThat(rowsOf(address)).hasSize(1).allSatisfy(row -> assertThat(row).doesNotContain("eyJ"));
    assertThat(rowsOf("907143")).isEmpty();
  }

  @Test
  void doesNotSendACodeThatHasExpired() {
    publish("verify", SealedCodes.seal("481516", otpId), in(-1));

    var delivery = DeliveryLog.await(address, "skipped");

    assertThat(delivery).containsEntry("reason", "code expired").containsEntry("attempts", 0);
    assertThat(Mailbox.to(address)).isEmpty();
  }

  @Test
  void sendsNothingAgainWhenTheEventComesAgain() {
    String eventId = UUID.randomUUID().toString();
    String event = issued("email", address, "verify", SealedCodes.seal("481516", otpId), in(300));
    topic.publish(otpId.toString(), eventId, ISSUED, event);
    Mailbox.awaitOne(address);

    topic.publish(otpId.toString(), eventId, ISSUED, event);
    topic.publish(otpId.toString(), eventId, ISSUED, event);
    passThroughTheSamePartition();

    assertThat(Mailbox.to(address)).hasSize(1);
    assertThat(DeliveryLog.of(address)).hasSize(1);
  }

  @Test
  void parksACodeOfAnotherOtpIdAndGoesOn() {
    publish("verify", SealedCodes.seal("481516", UUID.randomUUID()), in(300));

    expectDeadLetter("A code that is not for this service");
    assertThat(DeliveryLog.of(address)).isEmpty();
    passThroughTheSamePartition();
  }

  @Test
  void parksACodeUnderAWeakerAlgorithm() {
    String content = "{\"code\":\"481516\",\"otp_id\":\"%s\"}".formatted(otpId);
    publish("verify", SealedCodes.sealText(content, "RSA-OAEP"), in(300));

    expectDeadLetter("A code that is not for this service");
  }

  @Test
  void parksWhatIsNoJweNorJson() {
    publish("verify", "481516", in(300));
    expectDeadLetter("A code that is not for this service");

    topic.publish(otpId + "-2", ISSUED, "{not json");
    deadLetters.await(otpId + "-2", ISSUED);
    passThroughTheSamePartition();
  }

  @Test
  void parksAPurposeThatNobodyKnows() {
    publish("win-a-prize", SealedCodes.seal("481516", otpId), in(300));

    expectDeadLetter("Unknown purpose of a code");
  }

  private void expectDeadLetter(String reason) {
    ConsumerRecord<String, String> parked = deadLetters.await(otpId.toString(), ISSUED);
    assertThat(TopicProbe.header(parked, "dead-letter-reason")).contains(reason);
  }

  /** Records of one key are handled in order: when this one is done, the earlier ones are. */
  private void passThroughTheSamePartition() {
    String last = "last-" + UUID.randomUUID() + "@example.com";
    topic.publish(
        otpId.toString(),
        ISSUED,
        issued("email", last, "verify", SealedCodes.seal("111111", otpId), in(300)));
    await().atMost(Duration.ofSeconds(20)).until(() -> !Mailbox.to(last).isEmpty());
  }

  private void publish(String purpose, String jwe, Instant expiresAt) {
    topic.publish(otpId.toString(), ISSUED, issued("email", address, purpose, jwe, expiresAt));
  }

  private String issued(
      String channel, String recipient, String purpose, String jwe, Instant expiresAt) {
    return """
        {"otp_id":"%s","channel":"%s","recipient":"%s","purpose":"%s","code_jwe":"%s",
         "expires_at":"%s","occurred_at":"2026-11-22T06:24:00Z"}
        """
        .formatted(otpId, channel, recipient, purpose, jwe, expiresAt);
  }

  private static Instant in(int seconds) {
    return Instant.now().plusSeconds(seconds);
  }

  /** Every row of the delivery table that holds that text anywhere. */
  private List<String> rowsOf(String text) throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select d::text from delivery d where position(? in d::text) > 0")) {
      query.setString(1, text);
      try (var result = query.executeQuery()) {
        List<String> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(result.getString(1));
        }
        return rows;
      }
    }
  }
}
