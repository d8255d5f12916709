package com.nanospace.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.local.broker.KafkaBroker;
import com.nanospace.local.keys.Secrets;
import com.nanospace.local.postgres.PostgresServer;
import com.nanospace.local.process.Jvm;
import com.nanospace.local.process.Ports;
import com.nanospace.local.process.ProcessList;
import com.nanospace.local.process.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL and Kafka as the launcher runs them. */
class BackendsTest {
  private static final List<String> DATABASES = List.of("identity", "property");

  private final Installation installation = new Installation(Path.of(".."));
  private final Ports ports = new Ports();
  @TempDir Path folder;

  @Test
  void givesEachServiceADatabaseThatOthersCannotEnterAndKeepsItsData() throws Exception {
    DataFolder data = data();
    Secrets secrets = new Secrets(data.keys());
    PostgresServer first = postgres(data, secrets);
    first.start(DATABASES);
    try (Connection connection = connect(first, secrets, "identity", "identity")) {
      connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
      assertThat(setting(connection, "fsync")).isEqualTo("on");
      assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
    }

    assertThatThrownBy(() -> connect(first, secrets, "property", "identity"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> connect(first, secrets, "identity", "postgres"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(
            () -> DriverManager.getConnection(first.url("identity"), "identity", "wrong"))
        .isInstanceOf(SQLException.class);

    ProcessHandle process = first.process().orElseThrow();
    first.stop();
    assertThat(process.isAlive()).isFalse();

    PostgresServer second = postgres(data, secrets);
    second.start(DATABASES);
    try (Connection connection = connect(second, secrets, "identity", "identity");
        ResultSet kept = connection.createStatement().executeQuery("SELECT answer FROM kept")) {
      assertThat(kept.next()).isTrue();
      assertThat(kept.getInt(1)).isEqualTo(42);
    } finally {
      second.stop();
    }
    assertThat(second.process()).isEmpty();
  }

  @Test
  void takesOverAPostgresThatAKilledLauncherLeftBehind() throws Exception {
    DataFolder data = data();
    Secrets secrets = new Secrets(data.keys());
    PostgresServer left = postgres(data, secrets);
    left.start(DATABASES);
    ProcessHandle process = left.process().orElseThrow();

    PostgresServer next = postgres(data, secrets);
    next.start(DATABASES);

    try {
      assertThat(process.isAlive()).isFalse();
      assertThat(next.process()).isPresent();
    } finally {
      next.stop();
    }
  }

  @Test
  void runsABrokerWithTheTopicsOfTheContractsAndKeepsThem() throws Exception {
    DataFolder data = data();
    Path list = data.run().resolve("processes.json");
    try (Processes processes = Processes.in(list)) {
      for (int start = 0; start < 2; start++) {
        KafkaBroker.Listeners listeners = new KafkaBroker.Listeners(ports.free(), ports.free());
        KafkaBroker broker =
            new KafkaBroker(installation, data, Jvm.withCachesIn(folder), listeners);
        ProcessHandle process = broker.start(processes).handle();

        try (Admin admin =
            Admin.create(Map.of("bootstrap.servers", listeners.bootstrapServers()))) {
          assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS))
              .contains("identity.user.v1", "booking.booking.v1.property.dlq");
        } finally {
          broker.stop();
        }
        assertThat(process.isAlive()).isFalse();
      }
    }
    assertThat(ProcessList.read(list)).isEmpty();
  }

  @Test
  void bringsTheTopicsOfAnyBrokerBackToTheContracts() throws Exception {
    DataFolder data = data();
    KafkaBroker.Listeners listeners = new KafkaBroker.Listeners(ports.free(), ports.free());
    KafkaBroker broker = new KafkaBroker(installation, data, Jvm.withCachesIn(folder), listeners);
    MakeTopics topics = new MakeTopics(installation);
    try (Processes processes = Processes.in(data.run().resolve("processes.json"))) {
      broker.start(processes);
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", listeners.bootstrapServers()))) {
        admin.deleteTopics(List.of("identity.otp.v1")).all().get(10, TimeUnit.SECONDS);

        assertThat(topics.run(List.of(listeners.bootstrapServers()))).isZero();

        assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS))
            .contains("identity.otp.v1");
        assertThat(topics.run(List.of(listeners.bootstrapServers()))).isZero();
        admin.deleteTopics(List.of("identity.otp.v1")).all().get(10, TimeUnit.SECONDS);
        // One broker can't keep three copies.
        assertThat(topics.run(List.of(listeners.bootstrapServers(), "--replication=3")))
            .isEqualTo(1);
      }
    } finally {
      broker.stop();
    }
  }

  @Test
  void hasOneVersionOfKafkaOnTheClassPathOfTheBroker() throws Exception {
    try (Stream<Path> jars = Files.list(installation.brokerLibraries())) {
      List<String> versions =
          jars.map(jar -> jar.getFileName().toString())
              .filter(name -> name.startsWith("kafka"))
              .map(name -> name.replaceAll("^kafka[a-z_-]*(?:2\\.13-)?", ""))
              .toList();

      assertThat(versions).hasSizeGreaterThan(10);
      assertThat(versions.stream().distinct()).hasSize(1);
    }
  }

  private DataFolder data() {
    DataFolder data = new DataFolder(folder);
    data.create();
    return data;
  }

  private PostgresServer postgres(DataFolder data, Secrets secrets) throws Exception {
    return new PostgresServer(data, installation.cache(), secrets, ports.free());
  }

  private static Connection connect(
      PostgresServer server, Secrets secrets, String user, String database) throws SQLException {
    return DriverManager.getConnection(
        server.url(database), user, secrets.secret("database-" + user));
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (ResultSet row = connection.createStatement().executeQuery("SHOW " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
