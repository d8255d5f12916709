package com.nanospace.kit.peer;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A whole body that has come by a deadline, as a request's own timeout ends with the headers. */
final class TimelyBody implements BodySubscriber<byte[]> {

  private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
  private final Duration left;
  private volatile @Nullable Subscription subscription;

  TimelyBody(Duration left) {
    this.left = left;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body.getBody()
        .toCompletableFuture()
        .copy()
        .orTimeout(left.toNanos(), TimeUnit.NANOSECONDS)
        .whenComplete((bytes, failure) -> cancelAfter(failure));
  }

  private void cancelAfter(@Nullable Throwable failure) {
    Subscription running = subscription;
    if (failure != null && running != null) {
      running.cancel();
    }
  }

  @Override
  public void onSubscribe(Subscription newSubscription) {
    subscription = newSubscription;
    body.onSubscribe(newSubscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    body.onNext(buffers);
  }

  @Override
  public void onError(Throwable failure) {
    body.onError(failure);
  }

  @Override
  public void onComplete() {
    body.onComplete();
  }
}
