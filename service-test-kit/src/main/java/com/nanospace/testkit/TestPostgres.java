package com.nanospace.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A real PostgreSQL for the JVM; ends with it. */
final class TestPostgres {

  private static final String URL = "nanospace.testkit.postgres";

  private TestPostgres() {}

  /** With which its superuser signs in. */
  static String url() {
    return System.getProperty(URL);
  }

  static Map<String, String> startOnce() {
    if (System.getProperty(URL) == null) {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("io_method", "sync")
                .setServerConfig("max_connections", "100")
                .start();
        System.setProperty(URL, postgres.getJdbcUrl("postgres", "postgres"));
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not start", e);
      }
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", System.getProperty(URL),
        "quarkus.datasource.username", "postgres",
        "quarkus.datasource.password", "postgres");
  }
}
