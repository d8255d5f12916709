package com.nanospace.booking.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.booking.BookingConfig;
import com.nanospace.kit.http.Correlation;
import com.nanospace.kit.observe.Spans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks another service one question, once: no retry, so that a peer in trouble sees no more calls
 * than there are requests. Must not be called inside a transaction, whose connection would wait.
 */
@ApplicationScoped
public class Peers {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json;
  private final BookingConfig config;
  private final Spans spans;

  Peers(ObjectMapper json, BookingConfig config, Spans spans) {
    this.json = json;
    this.config = config;
    this.spans = spans;
  }

  /**
   * What the peer answers; empty when it says 404.
   *
   * @param bearerToken whose question it is; {@code null} for one of our own
   * @throws PeerAway when it does not answer in time, or with anything but 200 or 404
   */
  public <T> Optional<T> ask(URI address, Class<T> type, @Nullable String bearerToken)
      throws PeerAway {
    Correlation correlation = Correlation.current();
    Span span =
        spans.begin(
            SpanKind.CLIENT,
            "GET " + address.getHost(),
            correlation.traceparent(),
            Map.of("http.request.method", "GET", "url.full", address.toString()));
    String trace = Spans.traceparent(span).orElse(correlation.traceparent());
    try {
      return ask(address, type, bearerToken, new Correlation(correlation.requestId(), trace));
    } catch (PeerAway e) {
      span.setStatus(StatusCode.ERROR, e.getMessage());
      throw e;
    } finally {
      span.end();
    }
  }

  private <T> Optional<T> ask(
      URI address, Class<T> type, @Nullable String bearerToken, Correlation correlation)
      throws PeerAway {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/json")
            .header("X-Request-Id", correlation.requestId())
            .header("traceparent", correlation.traceparent());
    if (bearerToken != null) {
      request.header("Authorization", "Bearer " + bearerToken);
    }
    HttpResponse<byte[]> reply = send(request.build());
    return switch (reply.statusCode()) {
      case 200 -> Optional.of(read(address, reply.body(), type));
      case 404 -> Optional.empty();
      default -> throw new PeerAway("%s answered %d".formatted(address, reply.statusCode()), null);
    };
  }

  /** The timeout spans connection, headers and body; the client's own ends with the headers. */
  private HttpResponse<byte[]> send(HttpRequest request) throws PeerAway {
    CompletableFuture<HttpResponse<byte[]>> pending =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      return pending.get(config.peerTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      pending.cancel(true);
      throw new PeerAway("%s does not answer".formatted(request.uri()), e);
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw new PeerAway("Interrupted while asking " + request.uri(), e);
    }
  }

  private <T> T read(URI address, byte[] body, Class<T> type) throws PeerAway {
    try {
      return json.readValue(body, type);
    } catch (IOException e) {
      throw new PeerAway("%s answered what is not understood".formatted(address), e);
    }
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }
}
