package com.nanospace.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The packaged suite, started once for all test classes by the command that users type.
 *
 * <p>{@code -Dnanospace.suite=DIR} tests a suite that runs already, from that data folder. {@code
 * -Dnanospace.suite.trained=true} makes class caches first, which takes two minutes on two cores
 * and pays for itself when services are started some fifty times; it leaves traces out, which cost
 * every request something and which nobody reads then.
 */
public final class RunningSuite implements BeforeAllCallback {

  private static final Duration START_PATIENCE = Duration.ofMinutes(4);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

  @Override
  public void beforeAll(ExtensionContext context) {
    context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(Suite.class, key -> Suite.start());
  }

  /** Where the suite sends its traces, if it does. */
  static Optional<TraceCollector> traces() {
    return Optional.ofNullable(Suite.traces);
  }

  /** What {@code ./nanospace} prints for that command about this suite. */
  public static List<String> command(String name) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Suite.ROOT.resolve("nanospace").toString(),
                name,
                "--data-dir",
                Suite.data().toString())
            .redirectErrorStream(true)
            .start();
    List<String> lines = process.inputReader().lines().toList();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("%s failed: %s".formatted(name, lines));
    }
    return lines;
  }

  /** Where the suite keeps its data, keys, logs and process list. */
  public static Path data() {
    return Suite.data();
  }

  /** The suite's life: closed by JUnit when all classes have run. */
  static final class Suite implements AutoCloseable {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static TraceCollector traces;

    private final Process launcher;

    private Suite(Process launcher) {
      this.launcher = launcher;
    }

    static Suite start() {
      boolean running = System.getProperty("nanospace.suite") != null;
      Path data = data();
      try {
        Process launcher = running ? null : launch(data);
        JsonNode addresses = await(data.resolve("run/addresses.json"), launcher);
        Gateway.at(addresses.get("gateway").asText());
        Mailbox.at(addresses.get("inbox").asText());
        Metrics.at(addresses.get("readiness"));
        return new Suite(launcher);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Path data() {
      return Path.of(System.getProperty("nanospace.suite", "target/suite")).toAbsolutePath();
    }

    private static Process launch(Path data) throws IOException {
      Files.createDirectories(data);
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  ROOT.resolve("nanospace").toString(),
                  "up",
                  "--fresh",
                  "--replicas",
                  "2",
                  "--port",
                  "0",
                  "--inbox-port",
                  "0",
                  "--data-dir",
                  data.toString()));
      ProcessBuilder command = new ProcessBuilder(arguments);
      if (!Boolean.getBoolean("nanospace.suite.trained")) {
        arguments.add("--no-train");
        traces = TraceCollector.start();
        command.environment().putAll(traces.environment());
      }
      command.redirectErrorStream(true).redirectOutput(new File(data.toFile(), "console.log"));
      return command.start();
    }

    private static JsonNode await(Path addresses, Process launcher) throws IOException {
      long deadline = System.nanoTime() + START_PATIENCE.toNanos();
      while (!Files.exists(addresses)) {
        if ((launcher != null && !launcher.isAlive()) || System.nanoTime() > deadline) {
          Path console = addresses.getParent().resolveSibling("console.log");
          if (launcher != null) {
            launcher.destroy();
          }
          throw new IllegalStateException("The suite did not start:\n" + Files.readString(console));
        }
        pause();
      }
      return new ObjectMapper().readTree(addresses.toFile());
    }

    private static void pause() {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while the suite was starting", e);
      }
    }

    @Override
    public void close() {
      if (launcher == null) {
        return;
      }
      launcher.destroy();
      try {
        launcher.onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException("The suite did not stop within " + STOP_PATIENCE, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        traces().ifPresent(TraceCollector::close);
      }
    }
  }
}
