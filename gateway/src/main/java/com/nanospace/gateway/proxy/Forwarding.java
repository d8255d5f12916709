package com.nanospace.gateway.proxy;

import com.nanospace.gateway.edge.Correlation;
import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.Framing;
import com.nanospace.gateway.edge.GatewayError;
import com.nanospace.gateway.edge.HeaderHygiene;
import com.nanospace.gateway.edge.Problem;
import com.nanospace.gateway.edge.Refusal;
import com.nanospace.gateway.edge.RequestMeters;
import com.nanospace.gateway.edge.SecurityHeaders;
import com.nanospace.gateway.edge.UnreadBody;
import com.nanospace.gateway.routing.Route;
import io.netty.util.NetUtil;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service and the reply on its way back. The service's time to answer
 * runs from the end of the request's body, so that a slow upload does not count as a slow service.
 */
final class Forwarding implements ProxyInterceptor {

  private static final Logger LOG = Logger.getLogger(Forwarding.class);

  private final Vertx vertx;
  private final Exchange exchange;
  private final Route route;
  private final ProxyConfig config;
  private final RequestMeters meters;
  private final SecurityHeaders security;
  private final LimitedBody body;
  private @Nullable HttpClientRequest towardsService;
  private boolean answeredByService;
  private boolean settled;
  private boolean late;
  private long timer = -1;

  Forwarding(
      Vertx vertx,
      Exchange exchange,
      Route route,
      ProxyConfig config,
      RequestMeters meters,
      SecurityHeaders security) {
    this.vertx = vertx;
    this.exchange = exchange;
    this.route = route;
    this.config = config;
    this.meters = meters;
    this.security = security;
    this.body = new LimitedBody(exchange.request(), route.maxBody(), () -> allow(route.timeout()));
  }

  /**
   * A client that has gone by now would never be heard of again: the end of its body, which the
   * service would wait for, does not come, and that it broke off has been told already.
   */
  Future<HttpClientRequest> connect(HttpClient client) {
    return client
        .request(route.origin().request().setConnectTimeout(config.waitTimeout().toMillis()))
        .compose(
            request -> {
              request.exceptionHandler(Connections::noteBreak);
              if (exchange.response().closed()) {
                request.reset();
                return Future.failedFuture("the client has gone");
              }
              connected(request);
              return Future.succeededFuture(request);
            });
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    HttpServerRequest received = exchange.request();
    boolean awaitsContinue =
        "100-continue".equalsIgnoreCase(received.getHeader(HttpHeaders.EXPECT));
    addressToService(request, received);
    request.setBody(
        Body.body(
            body,
            received.headers().contains(HttpHeaders.CONTENT_LENGTH)
                ? Framing.declaredLength(received)
                : -1));
    if (awaitsContinue && received.version() == HttpVersion.HTTP_1_1) {
      received.response().writeContinue();
    }
    return context
        .sendRequest()
        .onSuccess(reply -> answeredByService = true)
        .onComplete(outcome -> settle())
        .recover(failure -> Future.succeededFuture(unanswered(request, failure)));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    ProxyResponse reply = context.response();
    if (answeredByService) {
      HeaderHygiene.cleanReply(reply.headers());
      ProblemReplies.complete(reply, exchange);
    }
    security.complete(exchange, reply.headers());
    return context.sendResponse().onComplete(sent -> abandonUnreadBody());
  }

  private void addressToService(ProxyRequest request, HttpServerRequest received) {
    request.setURI(exchange.target().originForm());
    @Nullable HostAndPort host = received.authority();
    if (host != null) {
      request.setAuthority(host);
    }
    MultiMap headers = request.headers();
    Correlation correlation = exchange.correlation();
    HeaderHygiene.cleanRequest(headers);
    headers
        .set(Correlation.REQUEST_ID, correlation.requestId())
        .set("X-Forwarded-For", NetUtil.toAddressString(exchange.client()))
        .set("X-Forwarded-Proto", received.scheme());
    headers.remove(Correlation.TRACEPARENT);
    correlation.traceHeader().ifPresent(trace -> headers.set(Correlation.TRACEPARENT, trace));
    if (!correlation.continued()) {
      headers.remove(Correlation.TRACESTATE);
    }
  }

  private void connected(HttpClientRequest request) {
    towardsService = request;
    request.response().onSuccess(reply -> reply.exceptionHandler(Connections::noteBreak));
    allow(config.transferTimeout());
  }

  /** Grants the step that begins now its own time. */
  private void allow(Duration time) {
    if (settled) {
      return;
    }
    vertx.cancelTimer(timer);
    timer = vertx.setTimer(time.toMillis(), id -> giveUp());
  }

  private void giveUp() {
    late = true;
    reset();
  }

  private void settle() {
    settled = true;
    vertx.cancelTimer(timer);
  }

  /** A service may answer before it has read everything; then nobody needs the rest. */
  private void abandonUnreadBody() {
    if (!body.isComplete()) {
      reset();
      UnreadBody.discard(vertx, exchange.request());
    }
  }

  private void reset() {
    if (towardsService != null) {
      towardsService.reset();
    }
  }

  private ProxyResponse unanswered(ProxyRequest request, Throwable failure) {
    Refusal refusal = refusalFor(failure);
    ProxyResponse reply = request.release().response();
    refusal.headers().forEach(reply::putHeader);
    return ProblemReplies.put(reply, Problem.of(refusal), exchange);
  }

  private Refusal refusalFor(Throwable failure) {
    if (body.isTooLarge()) {
      return LimitedBody.tooLarge(route.maxBody());
    }
    if (body.isBroken() || exchange.response().closed()) {
      return Refusal.malformed("The request broke off.");
    }
    if (late && !body.isComplete()) {
      return new Refusal(GatewayError.TOO_SLOW, "The body of the request did not arrive in time.");
    }
    meters.unanswered(route.origin().name(), late);
    LOG.warnf(
        "service gave no answer route=%s origin=%s late=%b request_id=%s cause=%s",
        route.name(), route.origin().name(), late, exchange.requestId(), failure.getMessage());
    return Refusal.unavailable(
        late
            ? "The service did not answer in time; please try again."
            : "The service is away for the moment; please try again.");
  }
}
