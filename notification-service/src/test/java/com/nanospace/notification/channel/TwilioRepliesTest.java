package com.nanospace.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioRepliesTest {

  private final TwilioReplies replies = new TwilioReplies(new ObjectMapper());

  @Test
  void keepsTheSidOfAMessageThatWasTaken() {
    Outcome outcome = replies.outcomeOf(201, "{\"sid\":\"SM123\",\"status\":\"queued\"}");

    assertThat(outcome).isEqualTo(new Outcome.Sent("SM123"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21211, Refused", // not a phone number
    "400, 21610, Refused", // the recipient has opted out
    "403, 21408, Refused", // the region is not enabled: says nothing about other numbers
    "401, 20003, Away", // wrong credentials
    "403, 20005, Away", // the account is not active
    "404, 20404, Away", // no such account
    "429, 20429, Away", // too many requests
    "503, 20503, Away", // unavailable
    "500, 20500, Unsure" // who knows
  })
  void tellsTroubleWithAMessageFromTroubleWithTheAccount(int status, int code, String kind) {
    Outcome outcome =
        replies.outcomeOf(status, "{\"code\":%d,\"message\":\"Why\"}".formatted(code));

    assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(outcome.toString()).contains("Twilio %d/%d Why".formatted(status, code));
  }

  @Test
  void readsAReplyThatIsNoJson() {
    assertThat(replies.outcomeOf(502, "<html>Bad Gateway</html>"))
        .isEqualTo(new Outcome.Unsure("Twilio 502/0"));
  }
}
