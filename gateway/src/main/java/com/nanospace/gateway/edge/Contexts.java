package com.nanospace.gateway.edge;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Results that requests of several event loops wait for. */
public final class Contexts {

  private Contexts() {}

  /** The same result, delivered on the event loop of whoever asks for it here. */
  public static <T> Future<T> onThis(Vertx vertx, Future<T> shared) {
    Context context = vertx.getOrCreateContext();
    Promise<T> promise = Promise.promise();
    shared.onComplete(done -> context.runOnContext(now -> promise.handle(done)));
    return promise.future();
  }
}
