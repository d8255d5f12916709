package com.nanospace.gateway;

import com.nanospace.gateway.auth.Caller;
import com.nanospace.gateway.auth.EdgeAuthentication;
import com.nanospace.gateway.edge.AccessLog;
import com.nanospace.gateway.edge.ClientAddresses;
import com.nanospace.gateway.edge.Cors;
import com.nanospace.gateway.edge.Draining;
import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.Framing;
import com.nanospace.gateway.edge.GatewayError;
import com.nanospace.gateway.edge.Refusal;
import com.nanospace.gateway.edge.Replies;
import com.nanospace.gateway.edge.RequestMeters;
import com.nanospace.gateway.edge.RequestTarget;
import com.nanospace.gateway.endpoint.Endpoint;
import com.nanospace.gateway.endpoint.Endpoints;
import com.nanospace.gateway.limits.RateLimits;
import com.nanospace.gateway.proxy.Forwarder;
import com.nanospace.gateway.routing.PathPattern;
import com.nanospace.gateway.routing.RequestClass;
import com.nanospace.gateway.routing.Route;
import com.nanospace.gateway.routing.Routes;
import com.nanospace.gateway.routing.TokenPolicy;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** The way of every request, in order: framing, target, CORS, route, limits, token, service. */
@Singleton
public class Gateway {

  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private final ClientAddresses clients;
  private final Cors cors;
  private final Endpoints endpoints;
  private final Routes routes;
  private final RateLimits limits;
  private final EdgeAuthentication authentication;
  private final Forwarder forwarder;
  private final Replies replies;
  private final RequestMeters meters;
  private final Draining draining;

  Gateway(
      ClientAddresses clients,
      Cors cors,
      Endpoints endpoints,
      Routes routes,
      RateLimits limits,
      EdgeAuthentication authentication,
      Forwarder forwarder,
      Replies replies,
      RequestMeters meters,
      Draining draining) {
    this.clients = clients;
    this.cors = cors;
    this.endpoints = endpoints;
    this.routes = routes;
    this.limits = limits;
    this.authentication = authentication;
    this.forwarder = forwarder;
    this.replies = replies;
    this.meters = meters;
    this.draining = draining;
  }

  void handle(HttpServerRequest request) {
    Exchange exchange = open(request);
    Future.succeededFuture()
        .compose(start -> serve(exchange))
        .onFailure(failure -> replies.fail(exchange, failure));
  }

  /** Answers what the HTTP codec could not read; the connection closes afterwards. */
  void handleInvalid(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    replies.fail(
        open(request),
        cause instanceof TooLongHttpLineException
            ? new Refusal(GatewayError.TARGET_TOO_LONG, "The request line is too long.")
            : cause instanceof TooLongHttpHeaderException
                ? new Refusal(GatewayError.HEADERS_TOO_LARGE, "The headers are too large.")
                : Refusal.malformed("The request is not valid HTTP."));
  }

  private Exchange open(HttpServerRequest request) {
    Exchange exchange = Exchange.open(request, clients.of(request));
    draining.mark(exchange);
    meters.opened();
    exchange.afterwards(() -> meters.closed(exchange, METHODS));
    exchange.afterwards(() -> AccessLog.write(exchange));
    return exchange;
  }

  private Future<Void> serve(Exchange exchange) {
    HttpServerRequest request = exchange.request();
    cors.mark(exchange);
    Framing.check(request);
    exchange.target(RequestTarget.of(request));
    requireMethod(request, METHODS);
    if (Cors.isPreflight(request)) {
      cors.markPreflight(exchange);
      return replies.sendEmpty(exchange, 204);
    }
    String path = exchange.target().path();
    Optional<Endpoint> endpoint = endpoints.at(path);
    Optional<Route> route = routes.match(path);
    endpoint
        .flatMap(own -> own.paths().stream().filter(known -> known.matches(path)).findFirst())
        .or(() -> route.map(Route::pattern))
        .map(PathPattern::toString)
        .ifPresent(exchange::route);
    RequestClass requestClass =
        route
            .map(known -> known.classOf(request.method()))
            .orElse(RequestClass.of(request.method()));
    return limits
        .admitAddress(exchange, requestClass)
        .compose(
            admitted ->
                endpoint.isPresent()
                    ? answer(exchange, endpoint.get())
                    : forward(exchange, route.orElseThrow(Gateway::nothingHere)));
  }

  private Future<Void> answer(Exchange exchange, Endpoint endpoint) {
    requireMethod(exchange.request(), READS);
    return admitted(exchange, endpoint.token(), RequestClass.READ)
        .compose(caller -> endpoint.answer(exchange, caller));
  }

  private Future<Void> forward(Exchange exchange, Route route) {
    return admitted(exchange, route.token(), route.classOf(exchange.request().method()))
        .compose(
            caller -> {
              forwarder.forward(exchange, route);
              return Future.succeededFuture();
            });
  }

  /** The caller, once the token is found good and its holder has not made too many requests. */
  private Future<Optional<Caller>> admitted(
      Exchange exchange, TokenPolicy token, RequestClass requestClass) {
    return authentication
        .authenticate(exchange.request(), token)
        .compose(
            caller ->
                caller
                    .map(
                        known ->
                            limits.admitUser(exchange, requestClass, known.userId().toString()))
                    .orElse(Future.succeededFuture())
                    .map(within -> caller));
  }

  private static Refusal nothingHere() {
    return new Refusal(GatewayError.NOT_FOUND, "There is nothing here.");
  }

  private static void requireMethod(HttpServerRequest request, Set<HttpMethod> allowed) {
    if (!allowed.contains(request.method())) {
      String names = String.join(", ", allowed.stream().map(HttpMethod::name).sorted().toList());
      throw new Refusal(GatewayError.METHOD_NOT_ALLOWED, "This method is not allowed here.")
          .with(HttpHeaders.ALLOW, names);
    }
  }
}
