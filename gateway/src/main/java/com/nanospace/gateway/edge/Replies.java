package com.nanospace.gateway.edge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Writes the replies that the gateway makes itself. */
@Singleton
public class Replies {

  private static final Logger LOG = Logger.getLogger(Replies.class);

  private final Vertx vertx;
  private final SecurityHeaders security;

  Replies(Vertx vertx, SecurityHeaders security) {
    this.vertx = vertx;
    this.security = security;
  }

  public Future<Void> send(Exchange exchange, int status, String mediaType, Buffer body) {
    exchange.response().putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
    return end(exchange, status, body);
  }

  public Future<Void> sendJson(Exchange exchange, JsonObject body) {
    return send(exchange, 200, "application/json", body.toBuffer());
  }

  public Future<Void> sendEmpty(Exchange exchange, int status) {
    return end(exchange, status, Buffer.buffer());
  }

  /** Answers a request that came to nothing, unless its reply has already begun. */
  public Future<Void> fail(Exchange exchange, Throwable failure) {
    HttpServerResponse response = exchange.response();
    if (response.headWritten() || response.closed()) {
      exchange.request().connection().close();
      return Future.succeededFuture();
    }
    Refusal refusal = refusalFor(exchange, failure);
    refusal.headers().forEach(response::putHeader);
    Problem problem = Problem.of(refusal);
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (refusal.error() == GatewayError.MALFORMED) {
      return sendLast(exchange, problem);
    }
    return send(exchange, problem.status(), Problem.MEDIA_TYPE, problem.toJson(exchange));
  }

  /**
   * Answers a request that can be read in more than one way. Where it ends is as doubtful as the
   * rest of it, so nothing that comes behind it on the connection counts as another one.
   */
  private Future<Void> sendLast(Exchange exchange, Problem problem) {
    exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    return send(exchange, problem.status(), Problem.MEDIA_TYPE, problem.toJson(exchange))
        .eventually(() -> exchange.request().connection().close());
  }

  /** What to answer for a failure; one that nobody foresaw is logged and told without details. */
  private static Refusal refusalFor(Exchange exchange, Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal;
    }
    LOG.errorf(failure, "request failed request_id=%s", exchange.requestId());
    return new Refusal(
        GatewayError.INTERNAL, "The request could not be completed; please try again later.");
  }

  private Future<Void> end(Exchange exchange, int status, Buffer body) {
    security.complete(exchange, exchange.response().headers());
    Future<Void> sent = exchange.response().setStatusCode(status).end(body);
    UnreadBody.discard(vertx, exchange.request());
    return sent;
  }
}
