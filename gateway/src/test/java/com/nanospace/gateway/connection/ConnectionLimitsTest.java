package com.nanospace.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.gateway.Configs;
import com.nanospace.gateway.edge.ClientAddresses;
import com.nanospace.gateway.edge.ServerConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server whose clients are slow, or many. */
class ConnectionLimitsTest {

  private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final Duration HEAD_TIMEOUT = Duration.ofMillis(400);
  private static final int PATIENCE_MILLIS = 5_000;

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Socket> sockets = new ArrayList<>();
  private int port;

  @BeforeEach
  void start() {
    port = listen(Map.of());
  }

  @AfterEach
  void stop() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void closesAConnectionThatSaysNothing() throws IOException {
    assertThatItIsClosed(connect());
    await().until(() -> refused("slow") == 1);
  }

  @Test
  void closesAConnectionThatIsNeverSilentAndNeverDone() throws Exception {
    Socket socket = connect();
    send(socket, "GET / HTTP/1.1\r\nHost: a\r\n");
    CompletableFuture<Void> drip =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 200; i++) {
                pause(Duration.ofMillis(20));
                send(socket, "x");
              }
            });

    assertThatItIsClosed(socket);
    drip.exceptionally(broken -> null).get(10, TimeUnit.SECONDS);
  }

  @Test
  void givesEachRequestOfAConnectionItsTime() throws IOException {
    Socket socket = connect();
    for (int i = 0; i < 3; i++) {
      send(socket, GET);
      assertThat(answer(socket)).startsWith("HTTP/1.1 200");
      pause(HEAD_TIMEOUT.dividedBy(2));
    }
    // What is between requests is idle, which is another matter.
    pause(HEAD_TIMEOUT.multipliedBy(2));
    send(socket, GET);
    assertThat(answer(socket)).startsWith("HTTP/1.1 200");

    send(socket, "GET / HT");

    assertThatItIsClosed(socket);
  }

  @Test
  void isPatientWithBodiesAndWithAnswersOfItsOwn() throws IOException {
    Socket socket = connect();
    send(socket, "POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n");
    for (int i = 0; i < 4; i++) {
      pause(HEAD_TIMEOUT.dividedBy(2));
      send(socket, "x");
    }

    assertThat(answer(socket)).startsWith("HTTP/1.1 200");
  }

  @Test
  void takesNoMoreConnectionsOfOneAddressThanAllowed() throws IOException {
    connect();
    connect();

    assertThatItIsClosed(connect());
    await().until(() -> refused("address") == 1);

    sockets.getFirst().close();
    await().until(() -> meters.get("nanospace.gateway.connections").gauge().value() < 2);
    Socket next = connect();
    send(next, GET);
    assertThat(answer(next)).startsWith("HTTP/1.1 200");
  }

  @Test
  void takesNoMoreConnectionsInAllThanAllowed() throws IOException {
    port = listen(Map.of("nanospace.server.trusted-proxies", "127.0.0.0/8"));
    for (int i = 0; i < 4; i++) {
      send(connect(), GET);
    }
    for (Socket socket : sockets) {
      assertThat(answer(socket)).startsWith("HTTP/1.1 200");
    }

    assertThatItIsClosed(connect());
    await().until(() -> refused("total") == 1);
  }

  private int listen(Map<String, String> keys) {
    ServerConfig config =
        Configs.of(
            ServerConfig.class,
            merged(
                keys,
                Map.of(
                    "nanospace.server.head-timeout", "0.4S",
                    "nanospace.server.max-connections", "4",
                    "nanospace.server.max-connections-per-address", "2")));
    meters.clear();
    ConnectionLimits limits = new ConnectionLimits(config, new ClientAddresses(config), meters);
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .connectionHandler(limits::admit)
            .requestHandler(
                request ->
                    request
                        .end()
                        .compose(
                            end ->
                                request.path().equals("/slow")
                                    ? vertx.timer(
                                        2 * HEAD_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                                    : vertx.timer(1, TimeUnit.MILLISECONDS))
                        .onSuccess(time -> request.response().end("done")));
    return server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  private static Map<String, String> merged(Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }

  private double refused(String cause) {
    return meters
        .get("nanospace.gateway.connections.refused")
        .tag("cause", cause)
        .counter()
        .count();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    sockets.add(socket);
    return socket;
  }

  private static void send(Socket socket, String octets) {
    try {
      socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  private static String answer(Socket socket) throws IOException {
    byte[] octets = new byte[4_096];
    int length = socket.getInputStream().read(octets);
    return new String(octets, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
  }

  private static void assertThatItIsClosed(Socket socket) throws IOException {
    try {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    } catch (SocketTimeoutException stillOpen) {
      throw new AssertionError("the connection was not closed", stillOpen);
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
