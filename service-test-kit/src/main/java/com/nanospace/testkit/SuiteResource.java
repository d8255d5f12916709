package com.nanospace.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives every {@code @QuarkusTest} of a module one PostgreSQL, one Kafka and one signing key.
 *
 * <p>The class is loaded by more than one class loader, so what is running is told by system
 * properties, and nothing stops before the JVM does.
 */
public final class SuiteResource implements QuarkusTestResourceLifecycleManager {

  @Override
  @SuppressWarnings("LockOnNonEnclosingClassLiteral") // one lock for all loaders of this class
  public Map<String, String> start() {
    synchronized (Runtime.class) {
      Map<String, String> config = new HashMap<>();
      Thread kafka = Thread.ofPlatform().name("kafka-start").start(TestKafka::startOnce);
      config.putAll(TestPostgres.startOnce());
      config.putAll(TestTokens.makeKeyOnce());
      join(kafka);
      config.putAll(TestKafka.startOnce());
      config.put("quarkus.http.test-port", "0");
      config.put("quarkus.management.test-port", "0");
      config.put("quarkus.devservices.enabled", "false");
      // A test that wants an audit asks for one.
      config.put("nanospace.audit.interval", "0s");
      config.put("nanospace.audit.second-look", "50ms");
      return config;
    }
  }

  @Override
  public void stop() {
    // What was started serves the next test class too and ends with the JVM.
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Kafka was starting", e);
    }
  }
}
