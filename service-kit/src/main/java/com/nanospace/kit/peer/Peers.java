package com.nanospace.kit.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.Correlation;
import com.nanospace.kit.http.HttpClients;
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
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks another service one question, once: no retry, neither here nor by the JDK ({@link
 * HttpClients}), so that a peer in trouble sees no more calls than there are requests. Must not be
 * called inside a transaction, whose connection would wait.
 */
@ApplicationScoped
public class Peers {

  private static final String JSON = "application/json";

  private final HttpClient http =
      HttpClients.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json;
  private final PeerConfig config;
  private final Spans spans;

  Peers(ObjectMapper json, PeerConfig config, Spans spans) {
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
    HttpResponse<byte[]> reply =
        exchange("GET", address, BodyPublishers.noBody(), bearerToken, 200, 404);
    return reply.statusCode() == 404
        ? Optional.empty()
        : Optional.of(read(address, reply.body(), type));
  }

  /**
   * Lays down {@code body} at the peer.
   *
   * @param bearerToken whose request it is; {@code null} for one of our own
   * @throws Refusal when the peer says 409: its own, with all members, fit to be passed on
   * @throws PeerAway when it does not answer in time, or with anything but 200, 204 or 409; it may
   *     have done what it was asked for all the same
   */
  public void put(URI address, Object body, @Nullable String bearerToken) throws PeerAway {
    HttpResponse<byte[]> reply =
        exchange("PUT", address, written(body), bearerToken, 200, 204, 409);
    if (reply.statusCode() == 409) {
      throw PeerProblem.conflict(read(address, reply.body(), JsonNode.class));
    }
  }

  private HttpResponse<byte[]> exchange(
      String method,
      URI address,
      BodyPublisher body,
      @Nullable String bearerToken,
      int... understood)
      throws PeerAway {
    Correlation correlation = Correlation.current();
    Span span =
        spans.begin(
            SpanKind.CLIENT,
            method + " " + address.getHost(),
            correlation.traceparent(),
            Map.of("http.request.method", method, "url.full", address.toString()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(config.timeout())
            .method(method, body)
            .header("Accept", JSON)
            .header("X-Request-Id", correlation.requestId())
            .header("traceparent", Spans.traceparent(span).orElse(correlation.traceparent()));
    if (body.contentLength() > 0) {
      request.header("Content-Type", JSON);
    }
    if (bearerToken != null) {
      request.header("Authorization", "Bearer " + bearerToken);
    }
    try {
      return understood(send(request.build()), understood);
    } catch (PeerAway e) {
      span.setStatus(StatusCode.ERROR, e.getMessage());
      throw e;
    } finally {
      span.end();
    }
  }

  /** The timeout spans connection, headers and body. */
  private HttpResponse<byte[]> send(HttpRequest request) throws PeerAway {
    long start = System.nanoTime();
    try {
      return http.send(
          request,
          headers -> new TimelyBody(config.timeout().minusNanos(System.nanoTime() - start)));
    } catch (IOException e) {
      throw new PeerAway("%s does not answer".formatted(request.uri()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PeerAway("Interrupted while asking " + request.uri(), e);
    }
  }

  private static HttpResponse<byte[]> understood(HttpResponse<byte[]> reply, int... statuses)
      throws PeerAway {
    for (int status : statuses) {
      if (status == reply.statusCode()) {
        return reply;
      }
    }
    throw new PeerAway("%s answered %d".formatted(reply.uri(), reply.statusCode()), null);
  }

  private BodyPublisher written(Object body) {
    try {
      return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A question can't be written as JSON", e);
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
