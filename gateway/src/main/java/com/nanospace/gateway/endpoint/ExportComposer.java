package com.nanospace.gateway.endpoint;

import com.nanospace.gateway.edge.Correlation;
import com.nanospace.gateway.edge.Exchange;
import com.nanospace.gateway.edge.GatewayError;
import com.nanospace.gateway.edge.Refusal;
import com.nanospace.gateway.proxy.Questions;
import com.nanospace.gateway.proxy.Questions.Answer;
import com.nanospace.gateway.routing.Routes;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.NetUtil;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Asks the services for what they hold about the caller, all at the same time and with the caller's
 * own token. All parts or none: an export with a part missing would pass for the whole.
 */
@Singleton
class ExportComposer {

  private static final Logger LOG = Logger.getLogger(ExportComposer.class);

  private static final List<String> SERVICES =
      List.of("identity", "property", "booking", "notification");

  private final Routes routes;
  private final Questions questions;
  private final ExportConfig config;
  private final Clock clock;

  ExportComposer(Routes routes, Questions questions, ExportConfig config, Clock clock) {
    this.routes = routes;
    this.questions = questions;
    this.config = config;
    this.clock = clock;
  }

  /** Fails with a {@link Refusal} when a service gives no part, or refuses the caller. */
  Future<Buffer> compose(Exchange exchange) {
    SortedMap<String, Future<Buffer>> parts = new TreeMap<>();
    SERVICES.forEach(service -> parts.put(service, ask(service, exchange)));
    return Future.join(List.copyOf(parts.values()))
        .map(all -> merge(parts))
        .recover(failure -> Future.failedFuture(refusal(parts, exchange)));
  }

  private Future<Buffer> ask(String service, Exchange exchange) {
    RequestOptions question =
        routes
            .origin(service)
            .request()
            .setURI("/internal/export")
            .putHeader(
                HttpHeaders.AUTHORIZATION, exchange.request().getHeader(HttpHeaders.AUTHORIZATION))
            .putHeader("X-Forwarded-For", NetUtil.toAddressString(exchange.client()))
            .putHeader(Correlation.REQUEST_ID, exchange.requestId());
    exchange
        .correlation()
        .traceHeader()
        .ifPresent(trace -> question.putHeader(Correlation.TRACEPARENT, trace));
    return questions
        .askForAny(question, config.timeout(), config.maxPart().asLongValue())
        .map(ExportComposer::part);
  }

  private static Buffer part(Answer answer) {
    return switch (answer.status()) {
      case 200 -> requireObject(answer.body());
      case 401 ->
          throw new Refusal(GatewayError.AUTH_REQUIRED, "The session has ended; sign in again.")
              .with(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
      default -> throw new IllegalStateException("status " + answer.status());
    };
  }

  /** It is passed on as it came; that a service writes JSON is its own affair. */
  private static Buffer requireObject(Buffer body) {
    if (body.length() < 2 || body.getByte(0) != '{' || body.getByte(body.length() - 1) != '}') {
      throw new IllegalStateException("no part of an export");
    }
    return body;
  }

  private Buffer merge(SortedMap<String, Future<Buffer>> parts) {
    Buffer document =
        Buffer.buffer("{\"exported_at\":\"")
            .appendString(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
            .appendString("\"");
    parts.forEach(
        (service, part) ->
            document.appendString(",\"%s\":".formatted(service)).appendBuffer(part.result()));
    return document.appendString("}");
  }

  private static Refusal refusal(SortedMap<String, Future<Buffer>> parts, Exchange exchange) {
    parts.forEach(
        (service, part) -> {
          if (part.failed()) {
            LOG.warnf(
                "no part of an export service=%s request_id=%s: %s",
                service, exchange.requestId(), part.cause().getMessage());
          }
        });
    return parts.values().stream()
        .map(Future::cause)
        .filter(Refusal.class::isInstance)
        .map(Refusal.class::cast)
        .findFirst()
        .orElseGet(
            () ->
                Refusal.unavailable(
                    "Your data can't be gathered completely just now; please try again later."));
  }
}
