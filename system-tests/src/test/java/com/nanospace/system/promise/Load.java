package com.nanospace.system.promise;

import com.nanospace.system.promise.Call.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Callers who ask one thing after another until they are stopped, and remember every answer. */
final class Load implements AutoCloseable {

  private static final int MOST_ANSWERS = 200_000;

  /** Callers who never rest leave nothing of two cores for a process that starts. */
  private static final Duration REST = Duration.ofMillis(250);

  private final List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger turn = new AtomicInteger();
  private final List<IntFunction<Call>> calls;
  private volatile boolean stopped;

  private Load(List<IntFunction<Call>> calls) {
    this.calls = calls;
  }

  /** Starts so many callers; what they ask alternates, and is told the number of its turn. */
  static Load of(int callers, List<IntFunction<Call>> calls) {
    Load load = new Load(calls);
    for (int i = 0; i < callers; i++) {
      load.callers.execute(load::ask);
    }
    return load;
  }

  private void ask() {
    try {
      while (!stopped && answers.size() < MOST_ANSWERS) {
        int mine = turn.getAndIncrement();
        answers.add(calls.get(mine % calls.size()).apply(mine).send());
        Thread.sleep(REST);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the callers finish what they are at, and returns all answers. */
  List<Answer> stop() throws InterruptedException {
    close();
    if (!callers.awaitTermination(Call.PATIENCE.toSeconds() + 5, TimeUnit.SECONDS)) {
      throw new IllegalStateException("A request has no end");
    }
    return List.copyOf(answers);
  }

  @Override
  public void close() {
    stopped = true;
    callers.shutdown();
  }
}
