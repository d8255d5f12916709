package com.nanospace.local;

import com.nanospace.local.process.Child;
import com.nanospace.local.process.Processes;
import com.nanospace.local.process.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The services: started together, started again when one ends by itself, stopped together. */
final class Fleet {
  private static final int MOST_RESTARTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** What has served for so long is not failing to start: its next end counts as its first. */
  private static final Duration SETTLED = Duration.ofSeconds(10);

  private final List<Program> services;
  private final Processes processes;
  private final Console console;
  private final Map<String, Integer> restarts = new ConcurrentHashMap<>();
  private final Map<String, Long> starts = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  Fleet(List<Program> services, Processes processes, Console console) {
    this.services = services;
    this.processes = processes;
    this.console = console;
  }

  List<Together.Step> startSteps() {
    return services.stream()
        .map(service -> new Together.Step(service.label(), () -> startPatiently(service)))
        .toList();
  }

  /**
   * A machine that is busy with starting everything may be too slow for a service's time limits.
   */
  private void startPatiently(Program service) throws IOException, InterruptedException {
    try {
      start(service);
    } catch (CannotRun e) {
      if (stopping) {
        throw e;
      }
      console.problem(e.getMessage() + "; trying once more");
      start(service);
    }
  }

  private void start(Program service) throws IOException, InterruptedException {
    Child child = service.start(processes);
    starts.put(service.label(), System.nanoTime());
    child.onEnd(() -> restart(service));
  }

  private void restart(Program service) {
    String label = service.label();
    if (System.nanoTime() - starts.getOrDefault(label, 0L) > SETTLED.toNanos()) {
      restarts.remove(label);
    }
    while (!stopping) {
      int number = restarts.merge(label, 1, Integer::sum);
      if (number > MOST_RESTARTS) {
        console.problem(label + " keeps ending and stays down; see ./nanospace logs " + label);
        return;
      }
      console.problem(
          "%s has ended; starting it again (%d of %d)".formatted(label, number, MOST_RESTARTS));
      long begin = System.nanoTime();
      try {
        Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (number - 1)));
        if (!stopping) {
          start(service);
          console.step(label, "ready", Duration.ofNanos(System.nanoTime() - begin));
        }
        return;
      } catch (CannotRun | IOException e) {
        console.problem(String.valueOf(e.getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  void stop() throws InterruptedException {
    stopping = true;
    List<Thread> stops =
        services.stream().map(service -> Thread.ofPlatform().start(() -> stop(service))).toList();
    for (Thread stop : stops) {
      stop.join();
    }
  }

  private static void stop(Program service) {
    try {
      service.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
