package com.nanospace.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * What is left of a body that nobody wants any more, because its request is already answered. It is
 * read away for a while, for a client that is still sending when its connection breaks may never
 * see the answer; then the connection is closed.
 */
public final class UnreadBody {

  private static final long PATIENCE_BYTES = 8L * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpServerRequest request;
  private long discarded;

  private UnreadBody(HttpServerRequest request) {
    this.request = request;
  }

  public static void discard(Vertx vertx, HttpServerRequest request) {
    if (request.isEnded()) {
      return;
    }
    UnreadBody body = new UnreadBody(request);
    long timer = vertx.setTimer(PATIENCE.toMillis(), id -> body.giveUp());
    request.handler(chunk -> body.drop(chunk.length()));
    request.exceptionHandler(failure -> vertx.cancelTimer(timer));
    request.endHandler(end -> vertx.cancelTimer(timer));
    request.resume();
  }

  private void drop(int bytes) {
    discarded += bytes;
    if (discarded > PATIENCE_BYTES) {
      giveUp();
    }
  }

  private void giveUp() {
    request.connection().close();
  }
}
