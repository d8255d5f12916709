package com.nanospace.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.nanospace.gateway.edge.Shared;
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
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The document of the whole suite, made anew when it is asked for and no longer fresh. */
@Singleton
class OpenApiDocument {

  /** The document in the two languages it is given in. */
  record Rendered(Buffer json, Buffer yaml, boolean complete) {}

  /** By how much sooner a document is made again in which a service is missing. */
  private static final int WHEN_A_SERVICE_IS_MISSING = 12;

  private static final JsonMapper JSON = new JsonMapper();
  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();

  private final Vertx vertx;
  private final OpenApiSource source;
  private final Routes routes;
  private final JsonNode own = ownDocument();
  private final Shared<Rendered> rendered;

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
    this.rendered =
        new Shared<>(
            vertx,
            clock,
            this::make,
            document ->
                document.complete() ? freshFor : freshFor.dividedBy(WHEN_A_SERVICE_IS_MISSING));
  }

  Future<Rendered> get() {
    return rendered.get();
  }

  private Future<Rendered> make() {
    return source
        .refresh()
        .compose(
            complete -> vertx.executeBlocking(() -> render(source.documents(), complete), false));
  }

  private Rendered render(Map<String, JsonNode> documents, boolean complete)
      throws JsonProcessingException {
    JsonNode merged = OpenApiMerge.of("gateway", own, documents, this::leadsTo);
    return new Rendered(
        Buffer.buffer(JSON.writeValueAsBytes(merged)),
        Buffer.buffer(YAML.writeValueAsBytes(merged)),
        complete);
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
