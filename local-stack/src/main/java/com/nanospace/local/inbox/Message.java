package com.nanospace.local.inbox;

import com.nanospace.local.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail or a text message that someone would have received.
 *
 * @param to one recipient: a message to several is kept once for each
 * @param html the HTML form, if the mail has one
 */
public record Message(
    String id,
    Channel channel,
    String to,
    @Nullable String subject,
    @Nullable String text,
    @Nullable String html,
    Instant receivedAt) {

  /** How the message was sent. */
  public enum Channel {
    EMAIL("email"),
    SMS("sms");

    private final String wireName;

    Channel(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }

    static Channel ofWireName(String name) {
      return name.equals(SMS.wireName) ? SMS : EMAIL;
    }
  }

  Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("channel", channel.wireName());
    json.put("to", to);
    json.put("subject", subject);
    json.put("text", text);
    json.put("html", html);
    json.put("received_at", receivedAt.toString());
    return json;
  }

  static Message ofJson(JsonObject json) {
    return new Message(
        json.text("id"),
        Channel.ofWireName(json.text("channel")),
        json.text("to"),
        json.textOrNull("subject"),
        json.textOrNull("text"),
        json.textOrNull("html"),
        Instant.parse(json.text("received_at")));
  }
}
