package com.nanospace.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Small questions of the gateway's own to the services. They have connections of their own, so that
 * they are answered even when the proxy's are all taken.
 */
@Singleton
public class Questions {

  private static final int CONNECTIONS_PER_SERVICE = 8;
  private static final int SILENCE_SECONDS = 30;

  private final HttpClient client;

  public Questions(Vertx vertx, ProxyConfig config) {
    this.client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                    .setReadIdleTimeout(SILENCE_SECONDS)
                    .setHttp2ClearTextUpgrade(false))
            .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE))
            .withConnectHandler(Connections::watch)
            .build();
  }

  /** What a service said. */
  public record Answer(int status, Buffer body) {

    public String text() {
      return body.toString(StandardCharsets.UTF_8);
    }
  }

  /** Asks for a whole answer of status 200; fails when it takes longer, or the status differs. */
  public Future<Answer> ask(RequestOptions question, Duration timeout) {
    return askForAny(question, timeout)
        .map(
            answer -> {
              if (answer.status() != 200) {
                throw new IllegalStateException("status " + answer.status());
              }
              return answer;
            });
  }

  /** Asks for a whole answer of whatever status; fails when it takes longer. */
  public Future<Answer> askForAny(RequestOptions question, Duration timeout) {
    return askForAny(question, timeout, Long.MAX_VALUE);
  }

  /** As {@link #askForAny(RequestOptions, Duration)}; fails too when the answer has more bytes. */
  public Future<Answer> askForAny(RequestOptions question, Duration timeout, long maxBytes) {
    long millis = timeout.toMillis();
    return client
        .request(question.setConnectTimeout(millis).setIdleTimeout(millis))
        .compose(HttpClientRequest::send)
        .compose(reply -> body(reply, maxBytes).map(body -> new Answer(reply.statusCode(), body)))
        .timeout(millis, TimeUnit.MILLISECONDS);
  }

  private static Future<Buffer> body(HttpClientResponse reply, long maxBytes) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    reply
        .handler(
            piece -> {
              if (body.length() + (long) piece.length() > maxBytes) {
                whole.tryFail(new IllegalStateException("more than %d bytes".formatted(maxBytes)));
                reply.request().reset();
              } else {
                body.appendBuffer(piece);
              }
            })
        .exceptionHandler(whole::tryFail)
        .endHandler(end -> whole.tryComplete(body));
    return whole.future();
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
