package com.nanospace.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs many attempts that are released together. */
public final class Race {

  private Race() {}

  /** What each attempt returned, in the order of their numbers. */
  public static <T> List<T> race(int attempts, IntFunction<T> attempt) {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(attempts)) {
      List<Future<T>> running = new ArrayList<>();
      for (int n = 0; n < attempts; n++) {
        int number = n;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return attempt.apply(number);
                }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    } catch (ExecutionException e) {
      throw new AssertionError("An attempt failed", e.getCause());
    }
  }
}
