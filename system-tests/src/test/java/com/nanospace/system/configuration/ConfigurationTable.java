package com.nanospace.system.configuration;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/** The page {@code docs/configuration.md}: every key, by the part of the suite that reads it. */
final class ConfigurationTable {

  private static final String INTRODUCTION =
      """
      # Configuration

      Every key that the suite reads itself, and those of the framework that an installation has to
      know. Made from the sources by `ConfigurationTableTest`; don't edit it by hand.

      A key is set by the environment variable in its row, or by a file `config/application.properties`
      in the working directory. Durations are written like `500ms`, `10s`, `5m` or `48h`, sizes like
      `8K` or `16M`. What is marked as a secret belongs into a Secret, never into a ConfigMap. The
      profile `prod`, which a packaged service has by default, refuses to start while a value is
      missing that it needs or one is left at what fits a developer's machine, and names the keys.
      """;

  private static final List<String> SERVICES =
      List.of(
          "gateway",
          "identity-service",
          "property-service",
          "booking-service",
          "notification-service");

  private final Path repository;
  private final SortedSet<String> undocumented = new TreeSet<>();

  ConfigurationTable(Path repository) {
    this.repository = repository;
  }

  String markdown() throws IOException {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    SortedSet<Key> everywhere = frameworkKeys("every-service");
    everywhere.addAll(sourceKeys("token-kit"));
    append(page, "Every service", everywhere);
    SortedSet<Key> shared = frameworkKeys("with-database");
    shared.addAll(sourceKeys("service-kit"));
    append(page, "Services with a database (all but the gateway)", shared);
    for (String service : SERVICES) {
      SortedSet<Key> keys = sourceKeys(service);
      keys.addAll(frameworkKeys(service));
      append(page, service, keys);
    }
    return page.toString();
  }

  /** Keys that nothing explains; filled by {@link #markdown()}. */
  SortedSet<String> undocumented() {
    return undocumented;
  }

  private SortedSet<Key> sourceKeys(String module) throws IOException {
    SourceKeys found = SourceKeys.below(repository.resolve(module).resolve("src/main/java"));
    Properties explained = properties("framework-keys.properties");
    SortedSet<Key> keys = new TreeSet<>();
    for (Key key : found.keys()) {
      String meaning =
          key.meaning().isEmpty() ? explained.getProperty(key.name(), "") : key.meaning();
      if (meaning.isEmpty()) {
        undocumented.add(module + ": " + key.name());
      }
      keys.add(new Key(key.name(), fallback(module, key), meaning));
    }
    return keys;
  }

  /** The default of the code, or the one that the module's own configuration gives. */
  private String fallback(String module, Key key) throws IOException {
    return key.fallback().isEmpty()
        ? configured(module).getProperty(key.name(), "")
        : key.fallback();
  }

  /** Lines {@code part/key=meaning} of the resource; the default is the one we ship. */
  private SortedSet<Key> frameworkKeys(String part) throws IOException {
    Properties shipped =
        part.equals("every-service") || part.equals("with-database")
            ? configured("service-kit")
            : configured(part);
    SortedSet<Key> keys = new TreeSet<>();
    properties("framework-keys.properties")
        .forEach(
            (name, meaning) -> {
              if (name.toString().startsWith(part + "/")) {
                String key = name.toString().substring(part.length() + 1);
                keys.add(new Key(key, shipped.getProperty(key, ""), meaning.toString()));
              }
            });
    return keys;
  }

  private Properties configured(String module) throws IOException {
    Path resources = repository.resolve(module).resolve("src/main/resources");
    Path own = resources.resolve("application.properties");
    Path shared = resources.resolve("META-INF/microprofile-config.properties");
    Path file = Files.exists(own) ? own : shared;
    return Files.exists(file) ? load(file) : new Properties();
  }

  private static Properties properties(String resource) throws IOException {
    return load(Path.of("src/test/resources").resolve(resource));
  }

  private static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  private static void append(StringBuilder page, String title, SortedSet<Key> keys) {
    page.append("\n## ").append(title).append("\n\n");
    page.append("| key | variable | default | secret | meaning |\n|---|---|---|---|---|\n");
    for (Key key : keys) {
      page.append(
          "| `%s` | `%s` | %s | %s | %s |\n"
              .formatted(
                  key.name(),
                  key.variable(),
                  key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`",
                  key.secrecy(),
                  key.meaning().replace("|", "\\|")));
    }
  }
}
