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
  /** In a row. One that has been ready is always started again. */
  private static final int MOST_FAILED_STARTS = 5;

  private static final int MOST_DOUBLINGS = 2;

  /** What has served for so long pauses for the shortest time when it ends again. */
  private static final Duration SETTLED = Duration.ofSeconds(10);

  private final List<Program> services;
  private final Processes processes;
  private final Console console;
  private final Duration shortestPause;
  private final Map<String, Integer> quickEnds = new ConcurrentHashMap<>();
  private final Map<String, Long> readySince = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  /**
   * @param shortestPause before the first start of one that has ended; doubled while it keeps
   *     ending, up to four times as long
   */
  Fleet(List<Program> services, Processes processes, Console console, Duration shortestPause) {
    this.services = services;
    this.processes = processes;
    this.console = console;
    this.shortestPause = shortestPause;
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
    readySince.put(service.label(), System.nanoTime());
    child.onEnd(() -> restart(service));
  }

  private void restart(Program service) {
    String label = service.label();
    if (System.nanoTime() - readySince.getOrDefault(label, 0L) > SETTLED.toNanos()) {
      quickEnds.remove(label);
    }
    int failedStarts = 0;
    while (!stopping && failedStarts < MOST_FAILED_STARTS) {
      console.problem(
          label + (failedStarts == 0 ? " has ended; starting it again" : ": trying again"));
      long begin = System.nanoTime();
      try {
        Thread.sleep(pause(quickEnds.merge(label, 1, Integer::sum)));
        if (!stopping) {
          start(service);
          console.step(label, "ready", Duration.ofNanos(System.nanoTime() - begin));
        }
        return;
      } catch (CannotRun | IOException e) {
        console.problem(String.valueOf(e.getMessage()));
        failedStarts++;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (!stopping) {
      console.problem(label + " does not get ready and stays down; see ./nanospace logs " + label);
    }
  }

  private Duration pause(int number) {
    return shortestPause.multipliedBy(1L << Math.min(number - 1, MOST_DOUBLINGS));
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
