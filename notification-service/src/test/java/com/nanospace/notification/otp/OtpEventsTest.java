package com.nanospace.notification.otp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.notification.Mailbox;
import com.nanospace.notification.Mailbox.Mail;
import com.nanospace.notification.SealedCodes;
import com.nanospace.testkit.TopicProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OtpEventsTest {

  private static final String ISSUED = "com.nanospace.otp.issued.v1";

  private final TopicProbe topic = new TopicProbe("identity.otp.v1");
  private final UUID otpId = UUID.randomUUID();
  private final String address = "otp-" + otpId + "@example.com";

  @BeforeEach
  void openMailbox() {
    Mailbox.open();
  }

  @Test
  void mailsTheCodeInSubjectTextAndHtml() {
    topic.publish(
        otpId.toString(),
        ISSUED,
        issued("email", address, "verify", SealedCodes.seal("481516", otpId), in(300)));

    Mail mail = Mailbox.awaitOne(address);

    assertThat(mail.subject()).isEqualTo("481516 is your Nano Space verification code");
    assertThat(mail.text()).contains("481516").contains("It is good for 5 minutes");
    assertThat(mail.html()).contains("481516");
  }

  private static Instant in(int seconds) {
    return Instant.now().plusSeconds(seconds);
  }

  private String issued(
      String channel, String recipient, String purpose, String jwe, Instant expiresAt) {
    return """
        {"otp_id":"%s","channel":"%s","recipient":"%s","purpose":"%s","code_jwe":"%s",
         "expires_at":"%s","occurred_at":"2026-11-22T06:24:00Z"}
        """
        .formatted(otpId, channel, recipient, purpose, jwe, expiresAt);
  }
}
