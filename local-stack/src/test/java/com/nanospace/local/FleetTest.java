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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
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

  private Fleet fleetOf(Program service) {
    Console console = new Console(new PrintStream(terminal, true, StandardCharsets.UTF_8), false);
    return new Fleet(List.of(service), processes, console, PAUSE);
  }

  private String printed() {
    return terminal.toString(StandardCharsets.UTF_8);
  }

  /** A service that is a line for the shell: what it does, and whether it gets ready, by start. */
  private final class Shell implements Program {

    private final IntFunction<String> line;
    private final IntPredicate isReady;
    private final AtomicInteger starts = new AtomicInteger();
    private final AtomicReference<Child> last = new AtomicReference<>();

    Shell(IntFunction<String> line, IntPredicate isReady) {
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
    public Child start(Processes known) throws IOException {
      int number = starts.incrementAndGet();
      Child child =
          Child.start(
              List.of("/bin/sh", "-c", line.apply(number)),
              Map.of(),
              folder.resolve("service.log"));
      last.set(child);
      if (!isReady.test(number)) {
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
