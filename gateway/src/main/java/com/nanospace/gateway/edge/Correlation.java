package com.nanospace.gateway.edge;

import com.github.f4b6a3.uuid.UuidCreator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.MultiMap;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What ties replies, log lines and events of one request together. Both values are the client's
 * when they are well-formed and there is one of each, else new.
 *
 * @param traceparent W3C Trace Context, version 00
 * @param continued whether the trace is the client's, so that its {@code tracestate} belongs to it
 * @param traced whether a span of the gateway's own is running, which {@code traceparent} names
 */
public record Correlation(String requestId, String traceparent, boolean continued, boolean traced) {

  public static final String REQUEST_ID = "X-Request-Id";
  public static final String TRACEPARENT = "traceparent";
  public static final String TRACESTATE = "tracestate";

  private static final Pattern WELL_FORMED_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
  private static final Pattern WELL_FORMED_TRACE =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public static Correlation of(MultiMap headers) {
    List<String> ids = headers.getAll(REQUEST_ID);
    List<String> traces = headers.getAll(TRACEPARENT);
    boolean continued = isOne(traces, WELL_FORMED_TRACE);
    SpanContext running = Span.current().getSpanContext();
    boolean traced = running.isValid() && !running.isRemote();
    return new Correlation(
        isOne(ids, WELL_FORMED_ID) ? ids.getFirst() : UuidCreator.getTimeOrderedEpoch().toString(),
        traced ? traceparent(running) : continued ? traces.getFirst() : newTraceparent(),
        continued,
        traced);
  }

  /**
   * The header that tells a service which trace its work belongs to; empty while tracing is on, for
   * then the span of the call to the service writes it.
   */
  public Optional<String> traceHeader() {
    return traced ? Optional.empty() : Optional.of(traceparent);
  }

  private static String traceparent(SpanContext span) {
    return "00-%s-%s-%s"
        .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex());
  }

  private static String newTraceparent() {
    return "00-%s-%s-01".formatted(randomHex(16), randomHex(8));
  }

  public String traceId() {
    return traceparent.substring(3, 35);
  }

  private static boolean isOne(List<String> values, Pattern wellFormed) {
    return values.size() == 1 && wellFormed.matcher(values.getFirst()).matches();
  }

  private static String randomHex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
