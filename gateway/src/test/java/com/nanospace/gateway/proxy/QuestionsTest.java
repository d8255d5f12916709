package com.nanospace.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionsTest {

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    await(vertx.close());
  }

  /** A service that ends relies on it: a connection that it closes first may carry a question. */
  @Test
  void givesUpAnUnusedConnectionWhenTheProxyWould() {
    CompletableFuture<Void> givenUp = new CompletableFuture<>();
    HttpServer service =
        await(
            vertx
                .createHttpServer()
                .connectionHandler(
                    connection -> connection.closeHandler(closed -> givenUp.complete(null)))
                .requestHandler(request -> request.response().end("fine"))
                .listen(0));
    Questions questions = new Questions(vertx, new ForwarderTest.Settings(Duration.ofSeconds(1)));

    RequestOptions question =
        new RequestOptions().setHost("localhost").setPort(service.actualPort()).setURI("/");
    assertThat(await(questions.ask(question, Duration.ofSeconds(5))).text()).isEqualTo("fine");

    assertThat(givenUp).succeedsWithin(Duration.ofSeconds(10));
    questions.close();
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
