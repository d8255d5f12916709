package com.nanospace.local.postgres;

import com.nanospace.local.CannotRun;
import com.nanospace.local.DataFolder;
import com.nanospace.local.keys.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One PostgreSQL for all services, durable, its cluster kept in the data folder. */
public final class PostgresServer {
  public static final String SUPERUSER = "postgres";

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "fsync=on",
          "synchronous_commit=on",
          "io_method=sync",
          "max_connections=250",
          "shared_buffers=32MB",
          "max_wal_size=256MB",
          "autovacuum_max_workers=1",
          "max_parallel_workers_per_gather=0",
          "max_logical_replication_workers=0",
          "jit=off",
          "timezone=UTC",
          "log_timezone=UTC");

  private final DataFolder data;
  private final Secrets secrets;
  private final int port;
  private final PostgresBinaries binaries;
  private final PostgresCommands commands;

  public PostgresServer(DataFolder data, Path cache, Secrets secrets, int port)
      throws IOException, InterruptedException {
    this.data = data;
    this.secrets = secrets;
    this.port = port;
    this.binaries = PostgresBinaries.unpackedIn(cache);
    this.commands = new PostgresCommands(binaries, data.log("postgresql"));
  }

  public String version() {
    return binaries.version();
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Starts it, on an empty cluster when there is none, and makes the given databases. */
  public void start(List<String> databases) throws IOException, InterruptedException {
    if (Files.notExists(data.postgres())) {
      createCluster();
    }
    endLeftover();
    writeAccessRules(databases);
    List<String> options = new ArrayList<>();
    options.add("-p " + port);
    SETTINGS.forEach(setting -> options.add("-c " + setting.replaceFirst("=$", "=''")));
    int status =
        commands.run(
            "pg_ctl",
            List.of(
                "start",
                "--wait",
                "--timeout=60",
                "--pgdata=" + data.postgres(),
                "--log=" + data.log("postgresql"),
                "--options=" + String.join(" ", options)));
    if (status != 0) {
      throw new CannotRun("PostgreSQL did not start; see " + data.log("postgresql"));
    }
    new ServiceDatabases(url(SUPERUSER), secrets).create(databases);
  }

  /** The postmaster, while it runs. */
  public Optional<ProcessHandle> process() {
    try {
      long pid = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isOurs);
    } catch (IOException | RuntimeException notRunning) {
      return Optional.empty();
    }
  }

  /** Disconnects everyone and stops, at once when that takes longer than 15 seconds. */
  public void stop() throws IOException, InterruptedException {
    Optional<ProcessHandle> process = process();
    if (process.isEmpty()) {
      return;
    }
    if (stop("fast") != 0) {
      stop("immediate");
    }
    while (process.get().isAlive()) { // pg_ctl waits for the pid file only, which goes first
      Thread.sleep(10);
    }
  }

  private int stop(String mode) throws IOException, InterruptedException {
    return commands.run(
        "pg_ctl",
        List.of("stop", "--wait", "--timeout=15", "--mode=" + mode, "--pgdata=" + data.postgres()));
  }

  private void createCluster() throws IOException, InterruptedException {
    Path fresh = data.root().resolve("postgres.new");
    DataFolder.deleteTree(fresh);
    Path password = data.run().resolve("postgres.password");
    Files.writeString(password, secrets.secret("database-" + SUPERUSER));
    try {
      int status =
          commands.run(
              "initdb",
              List.of(
                  "--pgdata=" + fresh,
                  "--username=" + SUPERUSER,
                  "--pwfile=" + password,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--locale=C"));
      if (status != 0) {
        throw new CannotRun("PostgreSQL's data can't be created; see " + data.log("postgresql"));
      }
    } finally {
      Files.delete(password);
    }
    Files.move(fresh, data.postgres());
  }

  /** A killed launcher may leave its PostgreSQL running, or its pid file with a pid of others. */
  private void endLeftover() throws IOException, InterruptedException {
    stop();
    Files.deleteIfExists(pidFile());
  }

  private Path pidFile() {
    return data.postgres().resolve("postmaster.pid");
  }

  private boolean isOurs(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).endsWith("postgres"))
        .orElse(false);
  }

  private void writeAccessRules(List<String> databases) throws IOException {
    StringBuilder rules =
        new StringBuilder("host all " + SUPERUSER + " 127.0.0.1/32 scram-sha-256\n");
    for (String database : databases) {
      rules.append("host %1$s %1$s 127.0.0.1/32 scram-sha-256\n".formatted(database));
    }
    Files.writeString(data.postgres().resolve("pg_hba.conf"), rules);
  }
}
