package com.nanospace.local.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The page at {@code /} with its script and style. */
final class InboxPage implements HttpHandler {
  private static final Map<String, String> FILES =
      Map.of("/", "inbox.html", "/inbox.js", "inbox.js", "/inbox.css", "inbox.css");
  private static final Map<String, String> TYPES =
      Map.of(
          "inbox.html", "text/html; charset=utf-8",
          "inbox.js", "text/javascript; charset=utf-8",
          "inbox.css", "text/css; charset=utf-8");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String name = FILES.get(exchange.getRequestURI().getPath());
    if (name == null) {
      Replies.bytes(
          exchange,
          404,
          "text/plain; charset=utf-8",
          "There is no such page; the inbox is at /\n".getBytes(StandardCharsets.UTF_8));
      return;
    }
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    try (InputStream file = InboxPage.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IOException(name + " is missing from the launcher");
      }
      Replies.bytes(exchange, 200, TYPES.getOrDefault(name, "text/plain"), file.readAllBytes());
    }
  }
}
