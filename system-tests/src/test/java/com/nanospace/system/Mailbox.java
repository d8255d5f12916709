package com.nanospace.system;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one address or phone has received, as the inbox of the one-machine run tells it. */
public record Mailbox(String address) {

  private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{6})(?!\\d)");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static String origin = "";

  public static void at(String address) {
    origin = address;
  }

  /** Waits for the newest message whose subject or text contains {@code words}. */
  public Map<String, String> awaitMessage(String words) {
    return await("a message with «%s» to %s".formatted(words, address))
        .atMost(PATIENCE)
        .until(() -> find(words), Optional::isPresent)
        .orElseThrow();
  }

  /** Waits for a six-digit code; the newest one when there are several. */
  public String awaitCode() {
    return await("a code for " + address)
        .atMost(PATIENCE)
        .until(
            () -> messages().stream().flatMap(m -> codeIn(m).stream()).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  public List<Map<String, String>> messages() {
    return given()
        .baseUri(origin)
        .queryParam("to", address)
        .get("/api/messages")
        .jsonPath()
        .getList("");
  }

  private Optional<Map<String, String>> find(String words) {
    return messages().stream()
        .filter(message -> (message.get("subject") + " " + message.get("text")).contains(words))
        .findFirst();
  }

  private static Optional<String> codeIn(Map<String, String> message) {
    Matcher code = CODE.matcher(String.valueOf(message.get("text")));
    return code.find() ? Optional.of(code.group(1)) : Optional.empty();
  }
}
