package com.nanospace.gateway.edge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A result that takes some work, made once for all who ask within a while. However many ask, it is
 * never made twice at the same time; a failure is not kept.
 */
public final class Shared<T> {

  private final Vertx vertx;
  private final Clock clock;
  private final Supplier<Future<T>> maker;
  private final Function<T, Duration> freshFor;

  private @Nullable Future<T> latest;
  private Instant staleFrom = Instant.MIN;

  /**
   * @param freshFor how long a result may be given away
   */
  public Shared(
      Vertx vertx, Clock clock, Supplier<Future<T>> maker, Function<T, Duration> freshFor) {
    this.vertx = vertx;
    this.clock = clock;
    this.maker = maker;
    this.freshFor = freshFor;
  }

  public Future<T> get() {
    return Contexts.onThis(vertx, current());
  }

  private synchronized Future<T> current() {
    Future<T> known = latest;
    if (known != null && (!known.isComplete() || (known.succeeded() && isFresh()))) {
      return known;
    }
    Future<T> next = maker.get().onSuccess(this::keep);
    latest = next;
    return next;
  }

  private boolean isFresh() {
    return clock.instant().isBefore(staleFrom);
  }

  private synchronized void keep(T result) {
    staleFrom = clock.instant().plus(freshFor.apply(result));
  }
}
