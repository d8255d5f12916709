package com.nanospace.k8s;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the code of a service tells about whom it talks to, read from its sources. */
record ServiceCode(String module) {

  private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\\s]+)\"");
  private static final Pattern PEER_URL = Pattern.compile("nanospace\\.([a-z]+)\\.url");
  private static final Pattern REQUIRED =
      Pattern.compile("ProductionRule\\s*\\.required\\(\\s*\"([^\"]+)\"");
  private static final Pattern INCOMING = Pattern.compile("mp\\.messaging\\.incoming\\.[^.]+\\.");

  static List<ServiceCode> all() {
    return Stream.of(
            "identity-service",
            "property-service",
            "booking-service",
            "notification-service",
            "gateway")
        .map(ServiceCode::new)
        .toList();
  }

  /** Whether it has a database and talks to Kafka, which comes with the kit. */
  boolean usesKit() {
    return text(folder().resolve("pom.xml")).contains("<artifactId>service-kit</artifactId>");
  }

  /** Whether it follows in Kafka which sessions end; the kit checks tokens with it. */
  boolean followsSessions() {
    boolean checksTokens =
        usesKit()
            || text(folder().resolve("pom.xml")).contains("<artifactId>token-kit</artifactId>");
    return checksTokens
        && !configuration()
            .getProperty("nanospace.token-check.revocations", "true")
            .equals("false");
  }

  /**
   * Its configuration as packaged: the kit's, then its own. Keys of single profiles are left out.
   */
  Properties configuration() {
    Properties all = new Properties();
    if (usesKit()) {
      load(
          all,
          Repository.file(
              "service-kit/src/main/resources/META-INF/microprofile-config.properties"));
    }
    load(all, folder().resolve("src/main/resources/application.properties"));
    all.keySet().removeIf(key -> key.toString().startsWith("%"));
    return all;
  }

  String applicationName() {
    return configuration().getProperty("quarkus.application.name");
  }

  /** Other services whose address it asks for, in its configuration or its code. */
  Set<String> peers() {
    Stream<String> inValues = configuration().values().stream().map(Object::toString);
    Stream<String> inCode = literals();
    return Stream.concat(inValues, inCode)
        .flatMap(text -> PEER_URL.matcher(text).results())
        .map(found -> found.group(1) + "-service")
        .filter(Predicate.not(module::equals))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> consumedTopics() {
    return incoming("topic");
  }

  Set<String> deadLetterTopics() {
    return incoming("dead-letter-queue.topic");
  }

  /** Topics that its code names without consuming them, and that of its audit trail. */
  Set<String> publishedTopics() {
    Set<String> topics =
        literals()
            .filter(TopicSettings.all().keySet()::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    topics.removeAll(consumedTopics());
    if (usesKit()) {
      // Its trail, of which identity-service reads its own too.
      topics.add(applicationName().replace("-service", "") + ".audit.v1");
    }
    return topics;
  }

  /** Keys that production must give, by the rules of the service and the kit. */
  Stream<String> requiredKeys() {
    if (!usesKit()) {
      return peers().stream()
          .map(peer -> "nanospace.%s.url".formatted(peer.replace("-service", "")));
    }
    return Stream.concat(sources(), sourcesOf(Repository.file("service-kit")))
        .map(ServiceCode::text)
        .flatMap(text -> REQUIRED.matcher(text).results())
        .map(found -> found.group(1));
  }

  Stream<Path> sources() {
    return sourcesOf(folder());
  }

  static Stream<Path> sourcesOf(Path module) {
    try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return Repository.file(module);
  }

  private Set<String> incoming(String setting) {
    return configuration().entrySet().stream()
        .filter(
            entry -> INCOMING.matcher(entry.getKey().toString()).replaceFirst("").equals(setting))
        .map(entry -> entry.getValue().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<String> literals() {
    return sources()
        .map(ServiceCode::text)
        .flatMap(text -> LITERAL.matcher(text).results())
        .map(MatchResult::group)
        .map(literal -> literal.substring(1, literal.length() - 1));
  }

  private static void load(Properties properties, Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
