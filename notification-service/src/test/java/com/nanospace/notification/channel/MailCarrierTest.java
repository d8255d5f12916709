package com.nanospace.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.notification.Mailbox;
import com.nanospace.notification.PickySmtp;
import com.nanospace.notification.message.Letter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers of real SMTP conversations mean to a delivery. */
@QuarkusTest
class MailCarrierTest {

  @Inject MailCarrier carrier;

  @BeforeEach
  void closeMailbox() {
    Mailbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RCPT|550 5.1.1 no such user|Refused",
        "RCPT|450 4.2.1 try again later|Deferred",
        "MESSAGE|554 5.7.1 looks like spam|Refused",
        "MESSAGE|451 4.3.0 disk full|Deferred",
        "RCPT|421 4.7.0 too many of these|Deferred",
        "DATA|421 4.7.0 try again later|Deferred",
        "MESSAGE|421 4.3.2 shutting down|Deferred",
        "GREETING|554 no service for you|Away",
        "GREETING|421 too busy|Away",
        "MAIL|421 4.3.2 shutting down|Away",
        "MAIL|530 5.7.0 authenticate first|Away",
        "MAIL|553 5.7.1 this sender may not|Away"
      })
  void tellsTroubleWithAMailFromTroubleWithTheServer(String command, String reply, String kind) {
    PickySmtp.answering(
        command,
        reply,
        () -> {
          Outcome outcome = carrier.carry(parcel("asha@example.com"));

          assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
          assertThat(outcome.toString()).contains("SMTP " + reply.substring(0, 3));
        });
  }

  @Test
  void isUnsureWhenTheServerFallsSilentAfterTheData() {
    PickySmtp.answering(
        "MESSAGE",
        "",
        () -> {
          assertThat(carrier.carry(parcel("asha@example.com"))).isInstanceOf(Outcome.Unsure.class);
        });
  }

  @Test
  void isAwayWhenNobodyListens() {
    assertThat(carrier.carry(parcel("asha@example.com")))
        .isEqualTo(new Outcome.Away("no connection to the SMTP server"));
  }

  @Test
  void sendsAgainAtOnceAfterManyServersThatFellSilent() {
    PickySmtp.answering(
        "GREETING",
        "",
        () -> {
          for (int i = 0; i < 12; i++) {
            Thread.ofVirtual().start(() -> carrier.carry(parcel("asha@example.com")));
          }
          assertThat(carrier.carry(parcel("asha@example.com"))).isInstanceOf(Outcome.Unsure.class);
        });

    Mailbox.open();

    assertThat(carrier.carry(parcel("asha@example.com"))).isInstanceOf(Outcome.Sent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asha@example.com\r\nRCPT TO:<victim@example.com>",
        "asha@example.com, victim@example.com",
        "<asha@example.com>",
        "asha",
        "asha@",
        "@example.com",
        "asha rao@example.com",
        ""
      })
  void refusesWhatIsNoSingleAddress(String address) {
    assertThat(carrier.carry(parcel(address)))
        .isEqualTo(new Outcome.Refused("not an e-mail address"));
  }

  private static Parcel parcel(String address) {
    return new Parcel(
        UUID.randomUUID(), address, new Letter("Subject", "Summary.", "<p>Hello</p>", "Hello"));
  }
}
