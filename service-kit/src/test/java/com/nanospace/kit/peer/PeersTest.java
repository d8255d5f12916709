package com.nanospace.kit.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.nanospace.kit.ErrorKind;
import com.nanospace.kit.Refusal;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PeersTest {

  @Inject Peers peers;

  private final List<String> asked = new ArrayList<>();
  private HttpServer peer;
  private int status = 200;
  private String answer = "";

  @BeforeEach
  void start() throws IOException {
    peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    peer.createContext("/", this::handle);
    peer.start();
  }

  @AfterEach
  void stop() {
    peer.stop(0);
  }

  @Test
  void readsAnAnswerAndItsAbsence() throws PeerAway {
    answer = "{\"name\":\"Lakeside\"}";
    assertThat(peers.ask(address(), Map.class, "token")).contains(Map.of("name", "Lakeside"));

    status = 404;
    assertThat(peers.ask(address(), Map.class, null)).isEmpty();
    assertThat(asked).containsExactly("GET null Bearer token ", "GET null null ");
  }

  @Test
  void laysDownABodyInSomebodysName() throws PeerAway {
    status = 204;

    peers.put(address(), Map.of("seats", 5), "token");

    assertThat(asked).containsExactly("PUT application/json Bearer token {\"seats\":5}");
  }

  @Test
  void passesAConflictOnAsThePeerSaysIt() {
    status = 409;
    answer =
        """
        {"type":"x","title":"Conflict","status":409,"detail":"Six are booked","instance":"/peer",
        "error":"Six are booked","code":"peer.booked","request_id":"1","days":["2026-12-01"]}""";

    assertThatThrownBy(() -> peers.put(address(), Map.of(), null))
        .hasMessage("Six are booked")
        .asInstanceOf(type(Refusal.class))
        .satisfies(
            refusal -> {
              assertThat(refusal.code().code()).isEqualTo("peer.booked");
              assertThat(refusal.code().kind()).isEqualTo(ErrorKind.CONFLICT);
              assertThat(refusal.members()).containsOnlyKeys("days");
              assertThat(refusal.members().get("days")).hasToString("[\"2026-12-01\"]");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 301, 400, 401, 403, 404, 500, 503})
  void takesWhatItDoesNotUnderstandForAway(int other) {
    status = other;

    assertThatThrownBy(() -> peers.put(address(), Map.of(), null))
        .isInstanceOf(PeerAway.class)
        .hasMessageEndingWith("answered " + other);
    assertThat(asked).hasSize(1);
  }

  @Test
  void takesNonsenseForAway() {
    answer = "<html>";

    assertThatThrownBy(() -> peers.ask(address(), Map.class, null)).isInstanceOf(PeerAway.class);
    status = 409;
    assertThatThrownBy(() -> peers.put(address(), Map.of(), null)).isInstanceOf(PeerAway.class);
  }

  @Test
  void waitsForTheWholeAnswerAndNotForLong() {
    status = -1;

    assertThatThrownBy(() -> peers.ask(address(), Map.class, null))
        .isInstanceOf(PeerAway.class)
        .hasMessageEndingWith("does not answer");
    assertThat(asked).hasSize(1);
  }

  @Test
  void isToldWhenNobodyIsThere() {
    peer.stop(0);

    assertThatThrownBy(() -> peers.ask(address(), Map.class, null)).isInstanceOf(PeerAway.class);
  }

  private URI address() {
    return URI.create("http://localhost:%d/thing".formatted(peer.getAddress().getPort()));
  }

  /** A negative status sends the headers alone. */
  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var headers = exchange.getRequestHeaders();
    asked.add(
        "%s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                headers.getFirst("Content-Type"),
                headers.getFirst("Authorization"),
                body));
    byte[] reply = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(
        status < 0 ? 200 : status, status < 0 ? 10 : reply.length == 0 ? -1 : reply.length);
    if (status >= 0) {
      exchange.getResponseBody().write(reply);
      exchange.close();
    }
  }
}
