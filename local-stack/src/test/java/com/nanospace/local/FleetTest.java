package com.nanospace.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.local.process.Child;
import com.nanospace.local.process.Processes;
import com.nanospace.local.process.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTest {

  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  @TempDir Path folder;
  private Processes processes;

  @BeforeEach
  void watch() throws IOException {
    processes = Processes.in(folder.resolve("processes.json"));
  }

  @AfterEach
  void stopWatching() throws IOException {
    processes.close();
  }

  @Test
  void startsAgainWhatWasReadyHoweverOftenItEnds() throws Exception {
    Shell service = new Shell(start -> start < 9 ? "exit" : "exec sleep 60", start -> true);
    Fleet fleet = fleetOf(service);

    fleet.startSteps().getFirst().work().run();

    await().atMost(PATIENCE).until(() -> service.starts() == 9);
    fleet.stop();
    assertThat(printed()).doesNotContain("stays down");
  }

  @Test
  void givesUpWhatFiveTimesInARowDidNotGetReady() throws Exception {
    Shell service = new Shell(start -> "exit", start -> start == 1);
    Fleet fleet = fleetOf(service);

    fleet.startSteps().getFirst().work().run();

    await().atMost(PATIENCE).until(() -> printed().contains("stays down"));
    assertThat(service.starts()).isEqualTo(1 + 5);
    fleet.stop();
  }

  @Test
  void startsOneAgainThoughOthersTakeTheirTime() throws Exception {
    CountDownLatch patience = new CountDownLatch(1);
    List<Program> services = new ArrayList<>();
    for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
      services.add(
          new Shell(
              start -> start == 1 ? "exit" : "exec sleep 60",
              start -> start == 1 || patience.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)));
    }
    Shell quick = new Shell(start -> start == 1 ? "sleep 0.2" : "exec sleep 60", start -> true);
    services.add(quick);
    Fleet fleet = fleetOf(services);

    for (Together.Step step : fleet.startSteps()) {
      step.work().run();
    }

    await().atMost(PATIENCE.dividedBy(2)).until(() -> quick.starts() == 2);
    patience.countDown();
    fleet.stop();
  }

  private Fleet fleetOf(Program service) {
    return fleetOf(List.of(service));
  }

  private Fleet fleetOf(List<Program> services) {
    Console console = new Console(new PrintStream(terminal, true, StandardCharsets.UTF_8), false);
    return new Fleet(services, processes, console, PAUSE);
  }

  private String printed() {
    return terminal.toString(StandardCharsets.UTF_8);
  }

  /** Waits until a start is ready, or won't be. */
  private interface Readiness {
    boolean await(int start) throws InterruptedException;
  }

  /** A service that is a line for the shell: what it does, and whether it gets ready, by start. */
  private final class Shell implements Program {

    private final IntFunction<String> line;
    private final Readiness isReady;
    private final AtomicInteger starts = new AtomicInteger();
    private final AtomicReference<Child> last = new AtomicReference<>();

    Shell(IntFunction<String> line, Readiness isReady) {
      this.line = line;
      this.isReady = isReady;
    }

    int starts() {
      return starts.get();
    }

    @Override
    public String label() {
      return "service";
    }

    @Override
    public boolean isTrained() {
      return true;
    }

    @Override
    public Child start(Processes known) throws IOException, InterruptedException {
      int number = starts.incrementAndGet();
      Child child =
          Child.start(
              List.of("/bin/sh", "-c", line.apply(number)),
              Map.of(),
              folder.resolve("service.log"));
      last.set(child);
      if (!isReady.await(number)) {
        throw new CannotRun("service has ended before it was ready");
      }
      return child;
    }

    @Override
    public void stop() throws InterruptedException {
      last.get().stop(PATIENCE);
    }

    @Override
    public void kill() {
      last.get().kill();
    }
  }
}
