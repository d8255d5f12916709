package com.nanospace.gateway.endpoint;

import com.nanospace.gateway.edge.Correlation;
import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.GatewayError;
import com.nanospace.gateway.edge.Refusal;
import com.nanospace.gateway.proxy.Questions;
import com.nanospace.gateway.proxy.Questions.Answer;
import com.nanospace.gateway.routing.Routes;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the services for their figures, all at the same time and with the caller's own token. A
 * service that gives none in time leaves its parts {@code null} and is named as unavailable.
 */
@Singleton
class StatsComposer {

  private static final Map<String, List<String>> PARTS_OF_SERVICES =
      Map.of(
          "identity", List.of("users"),
          "property", List.of("properties"),
          "booking", List.of("bookings", "enquiries"));

  private static final List<String> PARTS_IN_ORDER =
      List.of("properties", "users", "bookings", "enquiries");

  private final Routes routes;
  private final Questions questions;
  private final Duration timeout;

  StatsComposer(
      Routes routes,
      Questions questions,
      @ConfigProperty(name = "nanospace.stats.timeout", defaultValue = "3S") Duration timeout) {
    this.routes = routes;
    this.questions = questions;
    this.timeout = timeout;
  }

  /** Fails with a {@link Refusal} when a service refuses the caller. */
  Future<JsonObject> compose(Exchange exchange) {
    SortedMap<String, Future<JsonObject>> answers = new TreeMap<>();
    PARTS_OF_SERVICES.keySet().forEach(service -> answers.put(service, ask(service, exchange)));
    return Future.join(List.copyOf(answers.values()))
        .transform(all -> refusalIn(answers))
        .map(nobodyRefused -> merge(answers));
  }

  private Future<JsonObject> ask(String service, Exchange exchange) {
    RequestOptions question =
        routes
            .origin(service)
            .request()
            .setURI("/internal/stats")
            .putHeader(
                HttpHeaders.AUTHORIZATION, exchange.request().getHeader(HttpHeaders.AUTHORIZATION))
            .putHeader(Correlation.REQUEST_ID, exchange.requestId());
    exchange
        .correlation()
        .traceHeader()
        .ifPresent(trace -> question.putHeader(Correlation.TRACEPARENT, trace));
    return questions
        .askForAny(question, timeout)
        .map(answer -> figures(answer, PARTS_OF_SERVICES.getOrDefault(service, List.of())));
  }

  private static JsonObject figures(Answer answer, List<String> parts) {
    switch (answer.status()) {
      case 200 -> {
        JsonObject figures = answer.body().toJsonObject();
        if (parts.stream().allMatch(part -> figures.getValue(part) instanceof JsonObject)) {
          return figures;
        }
        throw new IllegalStateException("figures are missing");
      }
      case 401 ->
          throw new Refusal(GatewayError.AUTH_REQUIRED, "The session has ended; sign in again.")
              .with(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
      case 403 -> throw new Refusal(GatewayError.FORBIDDEN, "Only admins may see the figures.");
      default -> throw new IllegalStateException("status " + answer.status());
    }
  }

  private static Future<Void> refusalIn(Map<String, Future<JsonObject>> answers) {
    return answers.values().stream()
        .map(Future::cause)
        .filter(Refusal.class::isInstance)
        .findFirst()
        .map(Future::<Void>failedFuture)
        .orElse(Future.succeededFuture());
  }

  private static JsonObject merge(SortedMap<String, Future<JsonObject>> answers) {
    JsonObject stats = new JsonObject();
    PARTS_IN_ORDER.forEach(stats::putNull);
    answers.forEach(
        (service, answer) -> {
          if (answer.succeeded()) {
            PARTS_OF_SERVICES
                .getOrDefault(service, List.of())
                .forEach(part -> stats.put(part, answer.result().getJsonObject(part)));
          }
        });
    return stats.put(
        "unavailable",
        answers.entrySet().stream()
            .filter(answer -> answer.getValue().failed())
            .map(Map.Entry::getKey)
            .collect(Collectors.collectingAndThen(Collectors.toList(), JsonArray::new)));
  }
}
