package com.nanospace.system.promise;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A process of the running suite, which a test may disturb; the launcher starts it again. */
public record Part(String name) {

  private static final Duration BACK = Duration.ofSeconds(90);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  static final Part KAFKA = new Part("kafka");
  static final Part POSTGRESQL = new Part("postgresql");

  /** All processes of a service. */
  public static List<Part> of(String service) {
    return services().filter(part -> part.name.startsWith(service + "-")).toList();
  }

  static Stream<Part> services() {
    return Suite.addresses()
        .get("readiness")
        .propertyStream()
        .map(entry -> new Part(entry.getKey()));
  }

  /** Waits until every process of every service says that it is ready. */
  static void awaitAllReady() {
    List<Part> parts = services().toList();
    await("all parts to be ready")
        .atMost(BACK)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> parts.stream().allMatch(Part::isReady));
  }

  /** Ends it in the middle of whatever it does. */
  void kill() {
    require("KILL");
  }

  /** Asks it to end, as Kubernetes does before it replaces a replica. */
  public void terminate() {
    require("TERM");
  }

  private void require(String signal) {
    if (!takes(signal)) {
      throw new IllegalStateException("%s did not take %s".formatted(name, signal));
    }
  }

  /** Sends it a signal, and tells whether it was there to take it. */
  boolean takes(String signal) {
    return pid().filter(pid -> signal(signal, pid)).isPresent();
  }

  /** Kills it, or asks it to end, and waits until another process has taken its place. */
  public void replacedAfter(Runnable end) {
    ProcessHandle before = handle();
    end.run();
    awaitSuccessorOf(before);
  }

  /**
   * Asks them to end, one after another, each when another process has taken the last one's place.
   */
  static void roll(Stream<Part> parts) {
    parts.forEach(part -> part.replacedAfter(part::terminate));
  }

  private void awaitSuccessorOf(ProcessHandle before) {
    await(name + " to be replaced")
        .atMost(BACK)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                !before.isAlive()
                    && pid().filter(pid -> pid != before.pid()).isPresent()
                    && isReady());
  }

  /** Lets it stand still, with its children, until the result is closed. */
  static Standstill pause(List<Part> parts) {
    List<Long> pids =
        parts.stream()
            .flatMap(part -> Stream.concat(Stream.of(part.handle()), part.handle().descendants()))
            .map(ProcessHandle::pid)
            .toList();
    pids.forEach(pid -> signal("STOP", pid));
    return () -> pids.forEach(pid -> signal("CONT", pid));
  }

  /** How long parts stand still. */
  interface Standstill extends AutoCloseable {
    @Override
    void close();
  }

  boolean isReady() {
    return ask("/q/health/ready").filter(reply -> reply.statusCode() == 200).isPresent();
  }

  /** How many requests of a route it has answered since it was started. */
  long answered(String route) {
    return values("http_server_requests_seconds_count", "uri=\"%s\"".formatted(route)).sum();
  }

  /** What a metric says, which it must have. */
  long metric(String metric) {
    return values(metric, "").max().orElseThrow();
  }

  private LongStream values(String metric, String label) {
    return ask("/q/metrics")
        .orElseThrow()
        .body()
        .lines()
        .filter(line -> line.matches(metric + "[{ ].*"))
        .filter(line -> line.contains(label))
        // What stands behind a # is an exemplar: the trace of one that was counted.
        .map(line -> line.replaceFirst(" # .*", ""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
  }

  private Optional<HttpResponse<String>> ask(String path) {
    URI management = URI.create(Suite.addresses().get("readiness").get(name).asText());
    HttpRequest request =
        HttpRequest.newBuilder(management.resolve(path)).timeout(Duration.ofSeconds(5)).build();
    try {
      return Optional.of(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException away) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  public ProcessHandle handle() {
    return pid()
        .flatMap(ProcessHandle::of)
        .orElseThrow(() -> new IllegalStateException(name + " does not run"));
  }

  private Optional<Long> pid() {
    return StreamSupport.stream(Suite.processes().spliterator(), false)
        .filter(process -> process.get("name").asText().equals(name))
        .map(process -> process.get("pid").asLong())
        .findFirst();
  }

  /** Whether there was such a process to take it. */
  static boolean signal(String signal, long pid) {
    try {
      return new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
