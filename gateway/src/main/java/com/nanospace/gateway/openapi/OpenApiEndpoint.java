package com.nanospace.gateway.openapi;

import com.nanospace.gateway.auth.Caller;
import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.Replies;
import com.nanospace.gateway.endpoint.Endpoint;
import com.nanospace.gateway.routing.PathPattern;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /openapi}: JSON, or YAML when it is asked for by {@code Accept} or {@code ?format}. */
@Singleton
class OpenApiEndpoint implements Endpoint {

  private static final List<PathPattern> PATHS = List.of(PathPattern.parse("/openapi"));

  private final OpenApiDocument document;
  private final Replies replies;

  OpenApiEndpoint(OpenApiDocument document, Replies replies) {
    this.document = document;
    this.replies = replies;
  }

  @Override
  public List<PathPattern> paths() {
    return PATHS;
  }

  @Override
  public Future<Void> answer(Exchange exchange, Optional<Caller> caller) {
    boolean yaml = wantsYaml(exchange.request());
    exchange.response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    return document
        .get()
        .compose(
            rendered ->
                yaml
                    ? replies.send(exchange, 200, "application/yaml", rendered.yaml())
                    : replies.send(exchange, 200, "application/json", rendered.json()));
  }

  private static boolean wantsYaml(HttpServerRequest request) {
    @Nullable String format = request.getParam("format");
    @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
    return format != null
        ? format.equalsIgnoreCase("yaml")
        : accept != null && accept.contains("yaml") && !accept.contains("json");
  }
}
