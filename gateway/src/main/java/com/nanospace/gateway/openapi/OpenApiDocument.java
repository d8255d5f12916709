package com.nanospace.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.nanospace.gateway.routing.Routes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The document of the whole suite, made anew when it is asked for and no longer fresh. */
@Singleton
class OpenApiDocument {

  /** The document in the two languages it is given in. */
  record Rendered(Buffer json, Buffer yaml) {}

  private static final Duration WHEN_A_SERVICE_IS_MISSING = Duration.ofSeconds(5);
  private static final JsonMapper JSON = new JsonMapper();
  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();

  private final Vertx vertx;
  private final OpenApiSource source;
  private final Routes routes;
  private final Clock clock;
  private final Duration freshFor;
  private final JsonNode own = ownDocument();

  private @Nullable Future<Rendered> rendered;
  private Instant staleFrom = Instant.MIN;

  OpenApiDocument(
      Vertx vertx,
      OpenApiSource source,
      Routes routes,
      Clock clock,
      @ConfigProperty(name = "nanospace.openapi.fresh-for", defaultValue = "60S")
          Duration freshFor) {
    this.vertx = vertx;
    this.source = source;
    this.routes = routes;
    this.clock = clock;
    this.freshFor = freshFor;
  }

  synchronized Future<Rendered> get() {
    if (rendered == null
        || rendered.failed()
        || (rendered.succeeded() && !clock.instant().isBefore(staleFrom))) {
      rendered =
          source
              .refresh()
              .onSuccess(this::keepFresh)
              .compose(complete -> vertx.executeBlocking(() -> render(source.documents()), false));
    }
    return rendered;
  }

  private synchronized void keepFresh(boolean complete) {
    staleFrom = clock.instant().plus(complete ? freshFor : WHEN_A_SERVICE_IS_MISSING);
  }

  private Rendered render(Map<String, JsonNode> documents) throws JsonProcessingException {
    JsonNode merged = OpenApiMerge.of("gateway", own, documents, this::leadsTo);
    return new Rendered(
        Buffer.buffer(JSON.writeValueAsBytes(merged)),
        Buffer.buffer(YAML.writeValueAsBytes(merged)));
  }

  /** What the gateway would not pass on to a service is not published for it either. */
  private boolean leadsTo(String service, String path) {
    return routes.match(path).map(route -> route.origin().name().equals(service)).orElse(false);
  }

  private static JsonNode ownDocument() {
    try (InputStream resource = OpenApiDocument.class.getResourceAsStream("gateway.yaml")) {
      return YAML.readTree(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
