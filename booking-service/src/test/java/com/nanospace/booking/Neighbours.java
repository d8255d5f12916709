package com.nanospace.booking;

import com.nanospace.testkit.StandIn;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The far ends of the two questions that this service asks other services, on a real socket. It
 * answers what a test lays down for a path, and counts how often it is asked; what nobody laid down
 * is a 404. The answers that tests lay down are the published samples.
 */
public final class Neighbours extends StandIn {

  private static final String NAME = "neighbours";
  private static final String AWAY = "away";
  private static final String SLOW = "slow";

  public Neighbours() {
    super(NAME);
  }

  public static void answer(String path, String json) {
    answers().put(path, json);
  }

  /** That path answers 503 from now on. */
  public static void away(String path) {
    answers().put(path, AWAY);
  }

  /** That path sends its headers at once, and its body never. */
  public static void slow(String path) {
    answers().put(path, SLOW);
  }

  public static int calls(String path) {
    return calls().getOrDefault(path, 0);
  }

  @Override
  protected Map<String, String> configuration(String url) {
    return Map.of("nanospace.property.url", url, "nanospace.identity.url", url);
  }

  @Override
  protected void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    calls().merge(path, 1, Integer::sum);
    String answer = answers().getOrDefault(keyOf(exchange, path), "");
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    switch (answer) {
      case AWAY -> exchange.sendResponseHeaders(503, -1);
      case SLOW -> exchange.sendResponseHeaders(200, 10);
      case "" -> exchange.sendResponseHeaders(404, -1);
      default -> {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
    if (!answer.equals(SLOW)) {
      exchange.close();
    }
  }

  private static Map<String, String> answers() {
    return memory(NAME + ".answers");
  }

  private static Map<String, Integer> calls() {
    return memory(NAME + ".calls");
  }

  /** Who I am depends on the token, so answers about that are laid down per token. */
  private static String keyOf(HttpExchange exchange, String path) {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    return token == null ? path : path + " " + token;
  }
}
