package com.nanospace.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Receives spans as a collector does, by OTLP over HTTP, and keeps those of the traces it was told
 * to watch.
 */
final class TraceCollector implements AutoCloseable {

  /** A span, and which service it is of; the parent is empty for the first of a trace. */
  record Seen(String service, String name, Span.SpanKind kind, String id, String parent) {}

  private final HttpServer server;
  private final Set<String> watched = ConcurrentHashMap.newKeySet();
  private final Map<String, Queue<Seen>> spans = new ConcurrentHashMap<>();

  private TraceCollector(HttpServer server) {
    this.server = server;
  }

  static TraceCollector start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TraceCollector collector = new TraceCollector(server);
      server.createContext("/v1/traces", collector::receive);
      server.start();
      return collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a service needs to be told to send its spans here. */
  Map<String, String> environment() {
    return Map.of(
        "QUARKUS_OTEL_SDK_DISABLED", "false",
        "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
        "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + server.getAddress().getPort(),
        "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "500ms");
  }

  void watch(String traceId) {
    watched.add(traceId);
  }

  /** The spans of a watched trace that have arrived so far. */
  List<Seen> of(String traceId) {
    return List.copyOf(spans.getOrDefault(traceId, new ConcurrentLinkedQueue<>()));
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      ExportTraceServiceRequest request =
          ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
      request
          .getResourceSpansList()
          .forEach(
              resource ->
                  resource
                      .getScopeSpansList()
                      .forEach(
                          scope ->
                              scope
                                  .getSpansList()
                                  .forEach(span -> keep(service(resource.getResource()), span))));
      byte[] reply = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, reply.length == 0 ? -1 : reply.length);
    }
  }

  private void keep(String service, Span span) {
    String trace = hex(span.getTraceId().toByteArray());
    if (watched.contains(trace)) {
      spans
          .computeIfAbsent(trace, id -> new ConcurrentLinkedQueue<>())
          .add(
              new Seen(
                  service,
                  span.getName(),
                  span.getKind(),
                  hex(span.getSpanId().toByteArray()),
                  hex(span.getParentSpanId().toByteArray())));
    }
  }

  private static String service(Resource resource) {
    return resource.getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals("service.name"))
        .map(attribute -> attribute.getValue().getStringValue())
        .findFirst()
        .orElse("");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
