package com.nanospace.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The far end of what a service asks other services, on a real socket; one for all test classes of
 * a module.
 *
 * <p>Its class is loaded by more than one class loader, so what tests lay down and what was asked
 * lives in the system properties, as classes of the JDK.
 */
public abstract class StandIn implements QuarkusTestResourceLifecycleManager {

  private static final String PREFIX = "nanospace.test.";

  private final String name;

  protected StandIn(String name) {
    this.name = name;
  }

  /** How the service under test finds it. */
  protected abstract Map<String, String> configuration(String url);

  /** Answers; what is left open is never answered. */
  protected abstract void handle(HttpExchange exchange) throws IOException;

  /**
   * What a stand-in remembers under that name, the same for all class loaders. Not to be asked for
   * before the service runs: its transaction manager reads all system properties as texts.
   */
  @SuppressWarnings("unchecked")
  protected static <T> Map<String, T> memory(String name) {
    return (Map<String, T>)
        System.getProperties()
            .computeIfAbsent(PREFIX + name, key -> new ConcurrentHashMap<String, T>());
  }

  @Override
  public final Map<String, String> start() {
    if (System.getProperty(PREFIX + name) == null) {
      System.setProperty(PREFIX + name, "http://localhost:" + listen());
    }
    return configuration(System.getProperty(PREFIX + name));
  }

  @Override
  public final void stop() {
    // Serves the next test class too and ends with the JVM.
  }

  private int listen() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::handle);
      server.setExecutor(
          Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name(name).factory()));
      server.start();
      return server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
