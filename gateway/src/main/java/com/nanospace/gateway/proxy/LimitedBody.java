package com.nanospace.gateway.proxy;

import com.nanospace.gateway.edge.GatewayError;
import com.nanospace.gateway.edge.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A body on its way through, which breaks off with a {@link Refusal} once it exceeds its limit. */
final class LimitedBody implements ReadStream<Buffer> {

  private final ReadStream<Buffer> source;
  private final long limit;
  private final Runnable whenComplete;
  private @Nullable Handler<Throwable> exceptionHandler;
  private long read;
  private boolean complete;
  private boolean broken;

  LimitedBody(ReadStream<Buffer> source, long limit, Runnable whenComplete) {
    this.source = source;
    this.limit = limit;
    this.whenComplete = whenComplete;
  }

  static Refusal tooLarge(long limit) {
    return new Refusal(
        GatewayError.TOO_LARGE, "The body is larger than the %d bytes allowed.".formatted(limit));
  }

  boolean isComplete() {
    return complete;
  }

  /** Whether the client broke off in the middle. */
  boolean isBroken() {
    return broken;
  }

  boolean isTooLarge() {
    return read > limit;
  }

  @Override
  public LimitedBody handler(@Nullable Handler<Buffer> handler) {
    source.handler(handler == null ? null : chunk -> pass(chunk, handler));
    return this;
  }

  @Override
  public LimitedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    exceptionHandler = handler;
    source.exceptionHandler(handler == null ? null : failure -> breakOff(failure, handler));
    return this;
  }

  @Override
  public LimitedBody endHandler(@Nullable Handler<Void> handler) {
    source.endHandler(handler == null ? null : end -> finish(handler));
    return this;
  }

  @Override
  public LimitedBody pause() {
    source.pause();
    return this;
  }

  @Override
  public LimitedBody resume() {
    source.resume();
    return this;
  }

  @Override
  public LimitedBody fetch(long amount) {
    source.fetch(amount);
    return this;
  }

  private void pass(Buffer chunk, Handler<Buffer> handler) {
    boolean alreadyTooLarge = isTooLarge();
    read += chunk.length();
    if (!isTooLarge()) {
      handler.handle(chunk);
    } else if (!alreadyTooLarge && exceptionHandler != null) {
      exceptionHandler.handle(tooLarge(limit));
    }
  }

  private void breakOff(Throwable failure, Handler<Throwable> handler) {
    broken = true;
    handler.handle(failure);
  }

  private void finish(Handler<Void> handler) {
    if (!isTooLarge()) {
      complete = true;
      whenComplete.run();
      handler.handle(null);
    }
  }
}
