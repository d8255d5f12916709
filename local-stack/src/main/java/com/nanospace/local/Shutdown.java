package com.nanospace.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What is to be undone when the suite stops: the last step of the start first. */
final class Shutdown {
  private final Console console;
  private final Deque<Together.Step> steps = new ArrayDeque<>();
  private boolean begun;

  Shutdown(Console console) {
    this.console = console;
  }

  /** Has a step undone; one without a label silently. Refused once the shutdown has begun. */
  synchronized void add(String label, Together.Work work) throws InterruptedException {
    if (begun) {
      throw new InterruptedException("the suite is being stopped");
    }
    steps.addFirst(new Together.Step(label, work));
  }

  synchronized boolean hasBegun() {
    return begun;
  }

  /** Undoes everything; safe in the middle of a start. */
  void run() {
    List<Together.Step> undone;
    synchronized (this) {
      begun = true;
      undone = List.copyOf(steps);
    }
    undone.forEach(this::run);
  }

  private void run(Together.Step step) {
    long begin = System.nanoTime();
    try {
      step.work().run();
      if (!step.label().isEmpty()) {
        console.step(step.label(), "stopped", Duration.ofNanos(System.nanoTime() - begin));
      }
    } catch (IOException e) {
      console.problem(step.label() + " can't be stopped: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
