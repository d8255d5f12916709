package com.nanospace.kit.observe;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Spans of what the framework does not trace by itself: events that leave and arrive, and messages
 * to the outside. While tracing is off they cost nothing and pass the incoming trace on.
 */
@ApplicationScoped
public class Spans {

  private static final TextMapGetter<String> FROM_TRACEPARENT = new TraceparentGetter();

  private final Tracer tracer;

  Spans(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("com.nanospace.kit");
  }

  /** Begins a span below the one that {@code traceparent} names; the caller ends it. */
  public Span begin(
      SpanKind kind, String name, String traceparent, Map<String, String> attributes) {
    var builder =
        tracer
            .spanBuilder(name)
            .setSpanKind(kind)
            .setParent(
                W3CTraceContextPropagator.getInstance()
                    .extract(Context.root(), traceparent, FROM_TRACEPARENT));
    attributes.forEach(builder::setAttribute);
    return builder.startSpan();
  }

  /**
   * Does the work inside such a span, which carries the exception when the work fails.
   *
   * @return what the work returns
   */
  @SuppressWarnings("try") // the scope is there to be closed
  public <T> T within(
      SpanKind kind,
      String name,
      String traceparent,
      Map<String, String> attributes,
      Supplier<T> work) {
    Span span = begin(kind, name, traceparent, attributes);
    try (Scope scope = span.makeCurrent()) {
      return work.get();
    } catch (RuntimeException e) {
      span.setStatus(StatusCode.ERROR).recordException(e);
      throw e;
    } finally {
      span.end();
    }
  }

  /** The running span in the form of W3C Trace Context; empty outside of any. */
  public static Optional<String> currentTraceparent() {
    return traceparent(Span.current());
  }

  /** That span in the form of W3C Trace Context; empty when it belongs to no trace. */
  public static Optional<String> traceparent(Span span) {
    SpanContext context = span.getSpanContext();
    return context.isValid()
        ? Optional.of(
            "00-%s-%s-%s"
                .formatted(
                    context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex()))
        : Optional.empty();
  }

  /** Presents a traceparent as the only header that there is. */
  private static final class TraceparentGetter implements TextMapGetter<String> {

    @Override
    public Iterable<String> keys(String traceparent) {
      return List.of("traceparent");
    }

    @Override
    public @Nullable String get(@Nullable String traceparent, String key) {
      return key.equals("traceparent") ? traceparent : null;
    }
  }
}
