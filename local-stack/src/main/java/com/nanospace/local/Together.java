package com.nanospace.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
    steps.forEach(step -> done.submit(() -> run(step), null));
    threads.shutdown();
    for (int i = 0; i < steps.size(); i++) {
      try {
        done.take().get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof CannotRun cannot
            ? cannot
            : new CannotRun(String.valueOf(e.getCause()), e);
      }
    }
  }

  private void run(Step step) {
    long begin = System.nanoTime();
    try {
      step.work().run();
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
