package com.nanospace.local.inbox;

import com.nanospace.local.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/messages?to=…&limit=…}, {@code GET /api/messages/{id}/html} and {@code DELETE
 * /api/messages}.
 */
final class InboxApi implements HttpHandler {
  static final String PATH = "/api/messages";
  // A mail is shown as a document of no origin: no scripts, no forms, links open elsewhere.
  private static final String MAIL_POLICY =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
          + " style-src 'unsafe-inline'; img-src data: http: https:";

  private final MessageStore store;

  InboxApi(MessageStore store) {
    this.store = store;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String rest = exchange.getRequestURI().getPath().substring(PATH.length());
    if (rest.isEmpty() || rest.equals("/")) {
      switch (exchange.getRequestMethod()) {
        case "GET", "HEAD" -> list(exchange);
        case "DELETE" -> {
          store.clear();
          Replies.empty(exchange, 204);
        }
        default -> {
          exchange.getResponseHeaders().set("Allow", "GET, HEAD, DELETE");
          error(exchange, 405, "Messages are listed with GET and cleared with DELETE");
        }
      }
    } else if (rest.matches("/\\d+/html")) {
      showHtml(exchange, rest.split("/")[1]);
    } else {
      error(exchange, 404, "There is no such resource");
    }
  }

  private void list(HttpExchange exchange) throws IOException {
    int limit;
    @Nullable String to;
    try {
      FormParameters query = FormParameters.parse(exchange.getRequestURI().getRawQuery());
      to = query.get("to");
      String wanted = query.get("limit");
      limit = wanted == null ? Integer.MAX_VALUE : Integer.parseInt(wanted);
      if (limit < 1) {
        throw new IllegalArgumentException("limit below one");
      }
    } catch (IllegalArgumentException e) {
      error(exchange, 400, "The query is malformed: " + e.getMessage());
      return;
    }
    String tag = '"' + store.version() + '"';
    exchange.getResponseHeaders().set("ETag", tag);
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      Replies.empty(exchange, 304);
      return;
    }
    send(exchange, store.find(to, limit));
  }

  /** Writes message after message: all of them together may be more than the heap holds. */
  private void send(HttpExchange exchange, List<String> ids) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (exchange.getRequestMethod().equals("HEAD")) {
      Replies.empty(exchange, 200);
      return;
    }
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody())) {
      String separator = "[";
      for (String id : ids) {
        Optional<Message> message = store.get(id);
        if (message.isPresent()) {
          out.write(separator.getBytes(StandardCharsets.UTF_8));
          out.write(JsonObject.print(message.get().toJson()).getBytes(StandardCharsets.UTF_8));
          separator = ",";
        }
      }
      out.write((separator.equals("[") ? "[]" : "]").getBytes(StandardCharsets.UTF_8));
    }
  }

  private void showHtml(HttpExchange exchange, String id) throws IOException {
    String html = store.get(id).map(Message::html).orElse(null);
    if (html == null) {
      error(exchange, 404, "There is no such mail, or it has no HTML");
      return;
    }
    exchange.getResponseHeaders().set("Content-Security-Policy", MAIL_POLICY);
    String page = "<!doctype html><base target=\"_blank\">" + html;
    Replies.bytes(exchange, 200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  private static void error(HttpExchange exchange, int status, String sentence) throws IOException {
    Replies.json(exchange, status, Map.of("status", status, "error", sentence));
  }
}
