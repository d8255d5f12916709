package com.nanospace.local.inbox;

import com.nanospace.local.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes HTTP replies. */
final class Replies {
  private static final int NO_BODY = -1;

  private Replies() {}

  static void json(HttpExchange exchange, int status, Object value) throws IOException {
    bytes(
        exchange,
        status,
        "application/json",
        JsonObject.print(value).getBytes(StandardCharsets.UTF_8));
  }

  static void bytes(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || body.length == 0 ? NO_BODY : body.length);
    if (!head && body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  static void empty(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, NO_BODY);
  }
}
