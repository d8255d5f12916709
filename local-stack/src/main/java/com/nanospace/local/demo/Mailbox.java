package com.nanospace.local.demo;

import com.nanospace.local.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one-time codes from the inbox, as their recipients would. */
final class Mailbox {
  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
  private static final int MOST_LOOKS = 150;
  private static final long PAUSE_MILLIS = 200;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String inbox;

  Mailbox(String inbox) {
    this.inbox = inbox;
  }

  /** The newest code that was sent to the recipient; waits for it up to half a minute. */
  String codeFor(String recipient) throws IOException, InterruptedException {
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      Optional<String> code =
          messagesTo(recipient).stream()
              .map(message -> CODE.matcher(String.valueOf(message.textOrNull("text"))))
              .filter(Matcher::find)
              .map(Matcher::group)
              .findFirst();
      if (code.isPresent()) {
        return code.get();
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new IOException("no code has come for " + recipient);
  }

  private List<JsonObject> messagesTo(String recipient) throws IOException, InterruptedException {
    URI address =
        URI.create(
            inbox + "/api/messages?to=" + URLEncoder.encode(recipient, StandardCharsets.UTF_8));
    return JsonObject.parseAll(
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
  }
}
