package com.nanospace.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs steps side by side, each with its line on the console when it has come out well. */
final class Together {
  private final Console console;
  private final String outcome;

  /** A part of the start. */
  record Step(String label, Work work) {}

  /** What a step does. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  Together(Console console, String outcome) {
    this.console = console;
    this.outcome = outcome;
  }

  /** Returns when all steps are done, fails as soon as one fails. */
  void run(List<Step> steps) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newThreadPerTaskExecutor(Together::daemon);
    CompletionService<Void> done = new ExecutorCompletionService<>(threads);
    Set<String> waiting = new ConcurrentSkipListSet<>();
    steps.forEach(step -> waiting.add(step.label()));
    steps.forEach(step -> done.submit(() -> run(step, waiting), null));
    threads.shutdown();
    long begin = System.nanoTime();
    for (int i = 0; i < steps.size(); i++) {
      try {
        next(done, waiting, begin).get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof CannotRun cannot
            ? cannot
            : new CannotRun(String.valueOf(e.getCause()), e);
      }
    }
  }

  private Future<Void> next(CompletionService<Void> done, Set<String> waiting, long begin)
      throws InterruptedException {
    while (true) {
      Future<Void> next = done.poll(250, TimeUnit.MILLISECONDS);
      if (next != null) {
        return next;
      }
      console.waiting(
          "  %s: %s"
              .formatted(
                  String.join(", ", waiting),
                  Console.seconds(Duration.ofNanos(System.nanoTime() - begin)).strip()));
    }
  }

  private void run(Step step, Set<String> waiting) {
    long begin = System.nanoTime();
    try {
      step.work().run();
      waiting.remove(step.label());
      console.step(step.label(), outcome, Duration.ofNanos(System.nanoTime() - begin));
    } catch (IOException e) {
      throw new CannotRun(step.label() + " can't be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "start");
    thread.setDaemon(true);
    return thread;
  }
}
