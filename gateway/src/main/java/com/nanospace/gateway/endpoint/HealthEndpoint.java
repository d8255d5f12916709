package com.nanospace.gateway.endpoint;

import com.nanospace.gateway.auth.Caller;
import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.Replies;
import com.nanospace.gateway.edge.Shared;
import com.nanospace.gateway.proxy.Questions;
import com.nanospace.gateway.routing.Origin;
import com.nanospace.gateway.routing.PathPattern;
import com.nanospace.gateway.routing.Routes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code /health}: {@code UP} when every service answers, else {@code DEGRADED}, and no more than
 * that. Always 200, for the gateway itself answers.
 */
@Singleton
class HealthEndpoint implements Endpoint {

  private static final List<PathPattern> PATHS = List.of(PathPattern.parse("/health"));
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration FRESH_FOR = Duration.ofSeconds(2);

  private final Routes routes;
  private final Questions questions;
  private final Replies replies;
  private final Shared<Boolean> complete;

  HealthEndpoint(Vertx vertx, Clock clock, Routes routes, Questions questions, Replies replies) {
    this.routes = routes;
    this.questions = questions;
    this.replies = replies;
    this.complete = new Shared<>(vertx, clock, this::allAnswer, answer -> FRESH_FOR);
  }

  @Override
  public List<PathPattern> paths() {
    return PATHS;
  }

  @Override
  public Future<Void> answer(Exchange exchange, Optional<Caller> caller) {
    exchange.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return complete
        .get()
        .compose(
            all ->
                replies.sendJson(
                    exchange, new JsonObject().put("status", all ? "UP" : "DEGRADED")));
  }

  private Future<Boolean> allAnswer() {
    List<Future<Boolean>> answers = routes.origins().stream().map(this::answers).toList();
    return Future.all(answers).map(all -> !all.list().contains(false));
  }

  /** Any answer but a server error will do, also that there is nothing at this address. */
  private Future<Boolean> answers(Origin origin) {
    return questions
        .askForAny(origin.request().setURI("/"), PATIENCE)
        .map(answer -> answer.status() < 500)
        .otherwise(false);
  }
}
