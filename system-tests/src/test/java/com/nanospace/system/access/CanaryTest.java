package com.nanospace.system.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.system.Gateway;
import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import com.nanospace.system.promise.Suite;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Secrets that go through all flows are found afterwards in no log, table, topic or reply. */
@ExtendWith(RunningSuite.class)
class CanaryTest {

  private static final List<String> DATABASES =
      List.of("identity", "property", "booking", "notification");

  private final String unique = UUID.randomUUID().toString();
  private final String email = "canary-%s@example.org".formatted(unique);
  private final String password = "canary-password-" + unique;
  private final String wrongPassword = "canary-wrong-" + unique;
  private final String newPassword = "canary-new-" + unique;
  private final List<String> replies = new ArrayList<>();
  private final List<String> secrets =
      new ArrayList<>(List.of(password, wrongPassword, newPassword));

  @Test
  void noSecretIsLeftAnywhere() throws Exception {
    List<String> codes = throughAllFlows();

    // What is no secret is found where it belongs: the search can find something.
    assertThat(inTables(List.of(email), List.of())).isNotEmpty();
    assertThat(inTopics(List.of(email))).isNotEmpty();
    assertThat(replies)
        .allSatisfy(reply -> assertThat(secrets).noneMatch(secret -> reply.contains(secret)));
    assertThat(inLogs()).isEmpty();
    assertThat(inTables(secrets, codes)).isEmpty();
    List<String> wanted = new ArrayList<>(secrets);
    codes.forEach(code -> wanted.add("\"" + code + "\""));
    assertThat(inTopics(wanted)).isEmpty();
  }

  /** The codes that came by mail. */
  private List<String> throughAllFlows() {
    Response registered =
        Gateway.anyone()
            .body(Map.of("email", email, "password", password, "full_name", "Asha"))
            .post("/api/auth/register");
    registered.then().statusCode(201);
    remember(registered);
    Person person =
        new Person(
            registered.path("user.id"),
            email,
            "",
            "Asha",
            registered.path("access_token"),
            registered.path("refresh_token"));
    refused(Map.of("identifier", email, "password", wrongPassword), "/api/auth/login");
    refused(Map.of("email", email, "password", wrongPassword), "/api/auth/register");
    refused(Map.of("identifier", email, "password", List.of(wrongPassword)), "/api/auth/login");
    replies.add(
        person
            .asks()
            .body(Map.of("current_password", wrongPassword, "new_password", newPassword))
            .post("/api/auth/change-password")
            .asString());
    Response refreshed =
        Gateway.anyone()
            .body(Map.of("refresh_token", person.refreshToken()))
            .post("/api/auth/refresh");
    refreshed.then().statusCode(200);
    remember(refreshed);

    Gateway.anyone()
        .body(Map.of("email", email))
        .post("/api/otp/send-email")
        .then()
        .statusCode(200);
    String verifying = person.mailbox().awaitCode();
    refused(Map.of("identifier", email, "otp", other(verifying)), "/api/otp/verify");
    replies.add(
        Gateway.anyone()
            .body(Map.of("identifier", email, "otp", verifying))
            .post("/api/otp/verify")
            .asString());
    replies.add(
        person
            .asks()
            .body(Map.of("current_password", password, "new_password", newPassword))
            .post("/api/auth/change-password")
            .asString());
    person.mailbox().awaitMessage("password");
    return List.of(verifying);
  }

  private void remember(Response tokens) {
    String access = tokens.path("access_token");
    secrets.add(access.substring(access.lastIndexOf('.') + 1));
    secrets.add(tokens.path("refresh_token"));
  }

  private void refused(Map<String, Object> body, String path) {
    Response reply = Gateway.anyone().body(body).post(path);
    assertThat(reply.statusCode()).isBetween(400, 499);
    replies.add(reply.asString());
  }

  private static String other(String code) {
    return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
  }

  private List<String> inLogs() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(RunningSuite.data().resolve("logs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        secrets.stream().filter(text::contains).forEach(secret -> found.add(file + ": " + secret));
      }
    }
    return found;
  }

  private static List<String> inTables(List<String> words, List<String> codes) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String name : DATABASES) {
      try (Connection database = Suite.database(name)) {
        for (String table : tables(database)) {
          for (String word : words) {
            if (count(database, table, "t::text like '%' || ? || '%'", word) > 0) {
              found.add("%s.%s: %s".formatted(name, table, word));
            }
          }
          for (String code : codes) {
            // Between digits it is part of a time or an id.
            if (count(database, table, "t::text ~ ('[^0-9a-f.-]' || ? || '[^0-9a-f-]')", code)
                > 0) {
              found.add("%s.%s: code %s".formatted(name, table, code));
            }
          }
        }
      }
    }
    return found;
  }

  private static List<String> tables(Connection database) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static long count(Connection database, String table, String condition, String value)
      throws SQLException {
    try (var query =
        database.prepareStatement(
            "select count(*) from \"%s\" t where %s".formatted(table, condition))) {
      query.setString(1, value);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static List<String> inTopics(List<String> wanted) {
    List<String> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", Suite.kafka()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().entrySet().stream()
              .filter(topic -> !topic.getKey().startsWith("__"))
              .flatMap(topic -> topic.getValue().stream())
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      await("all topics to be read")
          .atMost(Duration.ofSeconds(60))
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        record -> {
                          String text = new String(record.value(), StandardCharsets.UTF_8);
                          wanted.stream()
                              .filter(text::contains)
                              .forEach(secret -> found.add(record.topic() + ": " + secret));
                        });
                return partitions.stream()
                    .allMatch(partition -> consumer.position(partition) >= ends.get(partition));
              });
    }
    return found;
  }
}
