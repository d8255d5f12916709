package com.nanospace.gateway.edge;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request and its reply on their way through the gateway. */
public final class Exchange {

  private static final int LONGEST_PATH_SHOWN = 256;

  private final HttpServerRequest request;
  private final InetAddress client;
  private final Correlation correlation;
  private final long startedNanos = System.nanoTime();
  private final List<Runnable> afterwards = new ArrayList<>();
  private @Nullable RequestTarget target;
  private String routeName = "UNMATCHED";
  private boolean over;

  private Exchange(HttpServerRequest request, InetAddress client) {
    this.request = request;
    this.client = client;
    this.correlation = Correlation.of(request.headers());
  }

  /**
   * Takes a request over: its body waits until somebody reads it, and its reply has the headers
   * that every reply has.
   */
  public static Exchange open(HttpServerRequest request, InetAddress client) {
    request.pause();
    Exchange exchange = new Exchange(request, client);
    exchange
        .response()
        .endHandler(end -> exchange.finish())
        .closeHandler(close -> exchange.finish())
        .putHeader(Correlation.REQUEST_ID, exchange.requestId())
        .putHeader("X-Content-Type-Options", "nosniff");
    return exchange;
  }

  public HttpServerRequest request() {
    return request;
  }

  /** Who sent it, as far as that can be known. */
  public InetAddress client() {
    return client;
  }

  public HttpServerResponse response() {
    return request.response();
  }

  public Correlation correlation() {
    return correlation;
  }

  public String requestId() {
    return correlation.requestId();
  }

  public RequestTarget target() {
    if (target == null) {
      throw new IllegalStateException("the request's target is not known yet");
    }
    return target;
  }

  public void target(RequestTarget target) {
    this.target = target;
  }

  /** Notes which line of the route table, or which endpoint of the gateway's own, it is for. */
  public void route(String pattern) {
    routeName = pattern;
    Span.current().updateName(request.method() + " " + pattern).setAttribute("http.route", pattern);
  }

  /** Its route, for meters: one of the few that there are, whatever was asked for. */
  public String routeName() {
    return routeName;
  }

  /** The path for people and logs: without query, and shortened when the target was refused. */
  public String path() {
    if (target != null) {
      return target.path();
    }
    String raw = request.uri();
    int end = raw.indexOf('?');
    String path = end < 0 ? raw : raw.substring(0, end);
    return path.substring(0, Math.min(path.length(), LONGEST_PATH_SHOWN));
  }

  /** Runs once the reply has ended or the client has gone, whichever is first. */
  public void afterwards(Runnable action) {
    afterwards.add(action);
  }

  public long elapsedNanos() {
    return System.nanoTime() - startedNanos;
  }

  private void finish() {
    if (!over) {
      over = true;
      afterwards.forEach(Runnable::run);
    }
  }
}
