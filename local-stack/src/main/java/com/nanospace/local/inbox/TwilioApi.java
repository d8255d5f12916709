package com.nanospace.local.inbox;

import com.nanospace.local.inbox.Message.Channel;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's "create a Message" request with its documented replies, for one account. Nothing is sent
 * anywhere: the message is kept for the inbox.
 */
final class TwilioApi implements HttpHandler {
  static final String PATH = "/2010-04-01/";
  private static final Pattern MESSAGES =
      Pattern.compile("/2010-04-01/Accounts/([^/]+)/Messages(?:\\.json)?");
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);
  private static final int LARGEST_REQUEST = 64 << 10;

  private final MessageStore store;
  private final String account;
  private final String token;

  TwilioApi(MessageStore store, String account, String token) {
    this.store = store;
    this.account = account;
    this.token = token;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      Replies.json(exchange, 201, answer(exchange));
    } catch (TwilioRefusal refusal) {
      if (refusal.status() == 401) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"Twilio API\"");
      }
      Replies.json(exchange, refusal.status(), refusal.toJson());
    }
  }

  private Map<String, @Nullable Object> answer(HttpExchange exchange)
      throws IOException, TwilioRefusal {
    authenticate(exchange.getRequestHeaders().getFirst("Authorization"));
    String path = exchange.getRequestURI().getPath();
    Matcher messages = MESSAGES.matcher(path);
    if (!messages.matches() || !messages.group(1).equals(account)) {
      throw new TwilioRefusal(404, 20404, "The requested resource " + path + " was not found");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      throw new TwilioRefusal(405, 20004, "Method not allowed");
    }
    TextMessage message = TextMessage.of(form(exchange));
    Message kept = store.add(Channel.SMS, message.to(), null, message.body(), null);
    return created(message, kept.receivedAt());
  }

  private void authenticate(@Nullable String authorization) throws TwilioRefusal {
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((account + ":" + token).getBytes(StandardCharsets.UTF_8));
    if (authorization == null) {
      throw new TwilioRefusal(401, 20003, "Authentication Error - No credentials provided");
    }
    if (!authorization.equals(expected)) {
      throw new TwilioRefusal(401, 20003, "Authenticate");
    }
  }

  private static FormParameters form(HttpExchange exchange) throws IOException, TwilioRefusal {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
    if (body.length > LARGEST_REQUEST) {
      throw new TwilioRefusal(413, 20413, "The request is too large");
    }
    try {
      return FormParameters.parse(new String(body, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      throw new TwilioRefusal(400, 20001, "The form is malformed");
    }
  }

  private Map<String, @Nullable Object> created(TextMessage message, Instant at) {
    String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
    String uri = "/2010-04-01/Accounts/%s/Messages/%s".formatted(account, sid);
    String date = RFC_2822.format(at.atOffset(ZoneOffset.UTC));
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("account_sid", account);
    json.put("api_version", "2010-04-01");
    json.put("body", message.body());
    json.put("date_created", date);
    json.put("date_sent", null);
    json.put("date_updated", date);
    json.put("direction", "outbound-api");
    json.put("error_code", null);
    json.put("error_message", null);
    json.put("from", message.from());
    json.put("messaging_service_sid", null);
    json.put("num_media", "0");
    json.put("num_segments", String.valueOf(message.segments()));
    json.put("price", null);
    json.put("price_unit", null);
    json.put("sid", sid);
    json.put("status", "queued");
    json.put("subresource_uris", Map.of("media", uri + "/Media.json"));
    json.put("to", message.to());
    json.put("uri", uri + ".json");
    return json;
  }
}
