package com.nanospace.gateway.limits;

import com.nanospace.gateway.edge.Contexts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/**
 * What all replicas count together. While that can't be found out in time, or too much is being
 * asked, this replica counts for itself: a client then gets no more than its limit from each
 * replica, and nobody is locked out for want of a database.
 */
final class SharedCounters implements Counters, AutoCloseable {

  private static final int MOST_ASKED_AT_ONCE = 256;
  private static final Duration BETWEEN_REMOVALS = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final BucketStore store;
  private final OwnCounters own;
  private final Remembered<SharedClient> clients;
  private final Availability availability;
  private final Duration patience;
  private final Semaphore asking = new Semaphore(MOST_ASKED_AT_ONCE);
  private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
  private final long removals;

  SharedCounters(Vertx vertx, LimitsConfig config, List<Quota> quotas, OwnCounters own) {
    this.vertx = vertx;
    this.store = new BucketStore(config.database());
    this.own = own;
    this.clients = new Remembered<>(quotas, config.remembered());
    this.availability = new Availability(config.database().pause());
    this.patience = config.database().patience();
    this.removals = vertx.setPeriodic(BETWEEN_REMOVALS.toMillis(), id -> removeExpired());
  }

  @Override
  public Future<Count> count(Quota quota, String key) {
    SharedClient client = clients.get(quota, key, SharedClient::new);
    Optional<Count> block = client.block();
    if (block.isPresent()) {
      return Future.succeededFuture(block.get());
    }
    if (!availability.mayBeAsked() || !asking.tryAcquire()) {
      return own.count(quota, key);
    }
    Promise<Count> counted = Promise.promise();
    blocking.execute(() -> ask(client, quota, key, counted));
    long timer =
        vertx.setTimer(
            patience.toMillis(), id -> counted.tryFail(new TimeoutException("no answer in time")));
    return Contexts.onThis(vertx, counted.future())
        .onComplete(done -> vertx.cancelTimer(timer))
        .recover(
            failure -> {
              availability.failed(failure);
              return own.count(quota, key);
            });
  }

  /** Makes the table before the first request would have to wait for that. */
  void prepare() {
    if (availability.mayBeAsked()) {
      blocking.execute(
          () -> {
            try {
              store.migrate();
              availability.answered();
            } catch (RuntimeException e) {
              availability.failed(e);
            }
          });
    }
  }

  /** Whether replicas count together at the moment. */
  boolean areShared() {
    return availability.isAvailable();
  }

  private void ask(SharedClient client, Quota quota, String key, Promise<Count> counted) {
    try {
      Count count = client.count(() -> store.bucket(quota, key));
      clients.note(quota, key, client, count);
      availability.answered();
      counted.tryComplete(count);
    } catch (RuntimeException e) {
      counted.tryFail(e);
    } finally {
      asking.release();
    }
  }

  private void removeExpired() {
    if (availability.isAvailable()) {
      blocking.execute(
          () -> {
            try {
              store.removeExpired();
            } catch (RuntimeException e) {
              availability.failed(e);
            }
          });
    }
  }

  @Override
  public void close() {
    vertx.cancelTimer(removals);
    blocking.shutdownNow();
    store.close();
  }
}
