package com.nanospace.booking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The far ends of the two questions that this service asks other services, on a real socket. It
 * answers what a test lays down for a path, and counts how often it is asked; what nobody laid down
 * is a 404. The answers that tests lay down are the published samples.
 *
 * <p>The class is loaded by more than one class loader, so answers and counts live in the system
 * properties.
 */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

  private static final String URL = "nanospace.test.neighbours";
  private static final String ANSWERS = URL + ".answers";
  private static final String CALLS = URL + ".calls";
  private static final String AWAY = "away";
  private static final String SLOW = "slow";

  public static void answer(String path, String json) {
    shared(ANSWERS).put(path, json);
  }

  /** That path answers 503 from now on. */
  public static void away(String path) {
    shared(ANSWERS).put(path, AWAY);
  }

  /** That path sends its headers at once, and its body never. */
  public static void slow(String path) {
    shared(ANSWERS).put(path, SLOW);
  }

  public static int calls(String path) {
    return (int) shared(CALLS).getOrDefault(path, 0);
  }

  @Override
  public Map<String, String> start() {
    if (System.getProperty(URL) == null) {
      System.setProperty(URL, "http://localhost:" + listen());
    }
    return Map.of(
        "nanospace.property.url", System.getProperty(URL),
        "nanospace.identity.url", System.getProperty(URL));
  }

  @Override
  public void stop() {
    // Serves the next test class too and ends with the JVM.
  }

  private static int listen() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", Neighbours::handle);
      server.setExecutor(
          Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("neighbours").factory()));
      server.start();
      return server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    shared(CALLS).merge(path, 1, (a, b) -> (int) a + (int) b);
    String answer = (String) shared(ANSWERS).getOrDefault(keyOf(exchange, path), "");
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

  /** Who I am depends on the token, so answers about that are laid down per token. */
  private static String keyOf(HttpExchange exchange, String path) {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    return token == null ? path : path + " " + token;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> shared(String name) {
    return (Map<String, Object>)
        System.getProperties()
            .computeIfAbsent(name, key -> new ConcurrentHashMap<String, Object>());
  }
}
