package com.nanospace.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nanospace.gateway.proxy.Questions;
import com.nanospace.gateway.routing.Origin;
import com.nanospace.gateway.routing.Routes;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The documents of the services: of each the last one that it gave. */
@Singleton
class OpenApiSource {

  private static final Logger LOG = Logger.getLogger(OpenApiSource.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final JsonMapper JSON = new JsonMapper();

  private final Routes routes;
  private final Questions questions;
  private final Map<String, JsonNode> lastKnown = new ConcurrentHashMap<>();

  OpenApiSource(Routes routes, Questions questions) {
    this.routes = routes;
    this.questions = questions;
  }

  /** Asks all services at the same time; true when each of them gave its document. */
  Future<Boolean> refresh() {
    List<Future<Boolean>> answers = routes.origins().stream().map(this::refresh).toList();
    return Future.all(answers).map(all -> !all.list().contains(false));
  }

  Map<String, JsonNode> documents() {
    return Map.copyOf(lastKnown);
  }

  private Future<Boolean> refresh(Origin origin) {
    return questions
        .ask(
            origin
                .request()
                .setURI("/openapi?format=json")
                .putHeader(HttpHeaders.ACCEPT, "application/json"),
            PATIENCE)
        .map(answer -> read(answer.text()))
        .onSuccess(document -> lastKnown.put(origin.name(), document))
        .map(document -> true)
        .otherwise(
            failure -> {
              LOG.warnf("no OpenAPI origin=%s cause=%s", origin.name(), failure.getMessage());
              return false;
            });
  }

  private static JsonNode read(String text) {
    try {
      JsonNode document = JSON.readTree(text);
      if (!document.path("paths").isObject()) {
        throw new IllegalArgumentException("no paths in it");
      }
      return document;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }
}
