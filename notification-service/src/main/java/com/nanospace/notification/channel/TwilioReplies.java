package com.nanospace.notification.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.notification.message.OneLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * What Twilio's replies mean. The status decides, as Twilio advises, for its error codes grow finer
 * over time; only the group of the code tells trouble with the account from trouble with a message.
 */
@ApplicationScoped
class TwilioReplies {

  /** Wrong credentials, wrong account, too many requests, unavailable: no message would pass. */
  private static final Set<Integer> AWAY = Set.of(401, 404, 429, 503);

  private static final int FORBIDDEN = 403;
  private static final int ACCOUNT_ERRORS = 20;

  private final ObjectMapper json;

  TwilioReplies(ObjectMapper json) {
    this.json = json;
  }

  Outcome outcomeOf(int status, String body) {
    JsonNode reply = read(body);
    if (status / 100 == 2) {
      return new Outcome.Sent(reply.path("sid").asText(null));
    }
    int code = reply.path("code").asInt();
    String reason =
        OneLine.of("Twilio %d/%d %s".formatted(status, code, reply.path("message").asText("")));
    if (AWAY.contains(status) || (status == FORBIDDEN && code / 1000 == ACCOUNT_ERRORS)) {
      return new Outcome.Away(reason);
    }
    return status / 100 == 4 ? new Outcome.Refused(reason) : new Outcome.Unsure(reason);
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      return json.createObjectNode();
    }
  }
}
