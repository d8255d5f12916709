package com.nanospace.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.Exchanges;
import com.nanospace.gateway.edge.RequestMeters;
import com.nanospace.gateway.edge.SecurityHeaders;
import com.nanospace.gateway.routing.Origin;
import com.nanospace.gateway.routing.PathPattern;
import com.nanospace.gateway.routing.RequestClass;
import com.nanospace.gateway.routing.Route;
import com.nanospace.gateway.routing.TokenPolicy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The proxy between a client and a service that both watch when each piece arrives. */
class ForwarderTest {

  private static final int PIECE = 64 * 1024;
  private static final long MAX_BODY = 1024L * 1024;

  private final Vertx vertx = Vertx.vertx();
  private final Forwarder forwarder =
      new Forwarder(
          vertx,
          new Settings(),
          new RequestMeters(new SimpleMeterRegistry()),
          new SecurityHeaders(Optional.empty()));

  @AfterEach
  void stop() {
    await(vertx.close());
  }

  @Test
  void passesPiecesOfABodyOnWhileTheRestIsNotThere() {
    CompletableFuture<Integer> firstPiece = new CompletableFuture<>();
    int port =
        proxyTo(
            request -> {
              request.handler(piece -> firstPiece.complete(piece.length()));
              request.endHandler(end -> request.response().end("done"));
            });
    HttpClientRequest request = request(port, HttpMethod.POST);
    request.setChunked(true);

    await(request.write(Buffer.buffer(new byte[PIECE])));

    assertThat(firstPiece.orTimeout(5, TimeUnit.SECONDS).join()).isPositive();
    Future<Buffer> reply = request.response().compose(HttpClientResponse::body);
    request.end("end");
    assertThat(await(reply).toString()).isEqualTo("done");
  }

  @Test
  void passesPiecesOfAReplyOnWhileTheRestIsNotThere() {
    Promise<Void> clientHasTheFirst = Promise.promise();
    int port =
        proxyTo(
            request -> {
              request.response().setChunked(true).write(Buffer.buffer(new byte[PIECE]));
              clientHasTheFirst.future().onSuccess(first -> request.response().end("end"));
            });
    CompletableFuture<Integer> whole = new CompletableFuture<>();
    Buffer received = Buffer.buffer();
    HttpClientRequest request = request(port, HttpMethod.GET);
    request
        .response()
        .onSuccess(
            reply -> {
              reply.handler(
                  piece -> {
                    received.appendBuffer(piece);
                    clientHasTheFirst.tryComplete();
                  });
              reply.endHandler(end -> whole.complete(received.length()));
            });
    await(request.end());

    assertThat(whole.orTimeout(5, TimeUnit.SECONDS).join()).isEqualTo(PIECE + "end".length());
  }

  @Test
  void doesNotCountASlowUploadAsASlowService() {
    int port = proxyTo(request -> request.body().onSuccess(body -> request.response().end()));
    HttpClientRequest request = request(port, HttpMethod.POST);
    request.setChunked(true);
    await(request.write("a"));

    await(vertx.timer(Settings.SERVICE_TIMEOUT.toMillis() * 2, TimeUnit.MILLISECONDS));

    assertThat(statusOf(request.send("b"))).isEqualTo(200);
  }

  @Test
  void tellsAClientThatStopsSendingThatItWasTooSlow() {
    int port = proxyTo(request -> request.body().onSuccess(body -> request.response().end()));
    HttpClientRequest request = request(port, HttpMethod.POST);
    request.setChunked(true);
    await(request.write("a"));

    assertThat(statusOf(request.response())).isEqualTo(408);
  }

  @Test
  void letsAServiceAnswerBeforeItHasReadEverything() {
    int port = proxyTo(request -> request.response().setStatusCode(403).end());
    HttpClientRequest request = request(port, HttpMethod.POST);
    request.setChunked(true);
    await(request.write("a"));

    assertThat(statusOf(request.response())).isEqualTo(403);
    for (int i = 0; i < 20; i++) {
      assertThat(statusOf(request(port, HttpMethod.GET).send())).isEqualTo(403);
    }
  }

  @Test
  void tellsTheServiceThatTheClientHasGone() {
    CompletableFuture<Throwable> broken = new CompletableFuture<>();
    CompletableFuture<Void> arrived = new CompletableFuture<>();
    int port =
        proxyTo(
            request -> {
              request.response().exceptionHandler(broken::complete);
              arrived.complete(null);
            });
    HttpClientRequest request = request(port, HttpMethod.GET);
    request.end();
    arrived.orTimeout(5, TimeUnit.SECONDS).join();

    request.reset();

    assertThat(broken.orTimeout(5, TimeUnit.SECONDS).join()).isNotNull();
  }

  @Test
  void keepsNoConnectionBusyForClientsThatLeftBeforeTheirTurn() throws Exception {
    int allowed = new Settings().connections();
    CountDownLatch left = new CountDownLatch(allowed);
    int port =
        proxyTo(
            request -> request.body().onSuccess(body -> request.response().end()),
            request ->
                request.method().equals(HttpMethod.POST)
                    ? request.connection().close().onSuccess(closed -> left.countDown())
                    : Future.succeededFuture());
    for (int i = 0; i < allowed; i++) {
      await(request(port, HttpMethod.POST).setChunked(true).write("a").otherwiseEmpty());
    }
    assertThat(left.await(5, TimeUnit.SECONDS)).isTrue();

    assertThat(statusOf(request(port, HttpMethod.GET).send())).isEqualTo(200);
  }

  @Test
  void opensAsManyConnectionsAsAreAllowedAndRefusesWhatMayNotWait() throws Exception {
    int allowed = new Settings().connections();
    int waiting = new Settings().waiting();
    CountDownLatch atOnce = new CountDownLatch(allowed);
    int port = proxyTo(request -> atOnce.countDown());
    HttpClient clients =
        vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(allowed + waiting + 1));

    List<Future<Integer>> statuses =
        IntStream.range(0, allowed + waiting + 1)
            .mapToObj(
                i ->
                    clients
                        .request(HttpMethod.GET, port, "localhost", "/")
                        .compose(HttpClientRequest::send)
                        .map(HttpClientResponse::statusCode))
            .toList();

    assertThat(atOnce.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(await(Future.any(statuses)).list()).contains(503);
  }

  /** Starts a service and the proxy in front of it, and returns the proxy's port. */
  private int proxyTo(Handler<HttpServerRequest> service) {
    return proxyTo(service, request -> Future.succeededFuture());
  }

  /** The same, with something that comes before a request is passed on. */
  private int proxyTo(
      Handler<HttpServerRequest> service, Function<HttpServerRequest, Future<Void>> admission) {
    HttpServer origin = await(vertx.createHttpServer().requestHandler(service).listen(0));
    Route route =
        new Route(
            "test",
            PathPattern.parse("/**"),
            new Origin("service", "localhost", origin.actualPort(), false),
            TokenPolicy.OPTIONAL,
            RequestClass.WRITE,
            MAX_BODY,
            Settings.SERVICE_TIMEOUT);
    return await(
            vertx
                .createHttpServer()
                .requestHandler(
                    request -> {
                      Exchange exchange = Exchanges.open(request);
                      admission
                          .apply(request)
                          .onSuccess(admitted -> forwarder.forward(exchange, route));
                    })
                .listen(0))
        .actualPort();
  }

  private HttpClientRequest request(int port, HttpMethod method) {
    return await(
        vertx
            .createHttpClient()
            .request(
                new RequestOptions()
                    .setMethod(method)
                    .setHost("localhost")
                    .setPort(port)
                    .setURI("/")));
  }

  private static int statusOf(Future<HttpClientResponse> reply) {
    return await(reply).statusCode();
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** Short times. */
  record Settings(
      int connections,
      int waiting,
      Duration connectTimeout,
      Duration waitTimeout,
      Duration keepAlive,
      Duration transferTimeout)
      implements ProxyConfig {

    static final Duration SERVICE_TIMEOUT = Duration.ofMillis(500);

    Settings() {
      this(Duration.ofSeconds(30));
    }

    Settings(Duration keepAlive) {
      this(8, 4, Duration.ofSeconds(1), Duration.ofSeconds(1), keepAlive, Duration.ofSeconds(3));
    }
  }
}
