package com.nanospace.kit.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a connection to a peer once its question is answered. */
@QuarkusTest
class KeptConnectionsTest {

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(US_ASCII);

  /** Longer than the connection is kept, and shorter than the JDK would keep it. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Inject Peers peers;

  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> givenUp = new CompletableFuture<>();
  private ServerSocket peer;

  @BeforeEach
  void start() throws IOException {
    peer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    peer.close();
  }

  @Test
  void itIsGivenUpBeforeAPeerThatStopsClosesIt() throws PeerAway {
    serve(Integer.MAX_VALUE);

    peers.ask(address(), Map.class, null);

    assertThat(givenUp).succeedsWithin(PATIENCE);
  }

  @Test
  void aQuestionThatItLosesIsNotAskedAgain() throws PeerAway {
    serve(1);
    peers.ask(address(), Map.class, null);

    assertThatThrownBy(() -> peers.ask(address(), Map.class, null)).isInstanceOf(PeerAway.class);

    assertThat(asked).hasSize(2);
  }

  /** Closes each connection on the question after so many answers. */
  private void serve(int answers) {
    Thread.startVirtualThread(
        () -> {
          while (!peer.isClosed()) {
            try (Socket connection = peer.accept()) {
              answer(connection, answers);
            } catch (IOException e) {
              // The test has ended.
            }
          }
        });
  }

  private void answer(Socket connection, int answers) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
    String question = lines.readLine();
    for (int given = 0; question != null; given++) {
      asked.add(question);
      while (!lines.readLine().isEmpty()) {
        // The headers say nothing that is asked about here.
      }
      if (given == answers) {
        return;
      }
      connection.getOutputStream().write(ANSWER);
      question = lines.readLine();
    }
    givenUp.complete(null);
  }

  private URI address() {
    return URI.create("http://localhost:%d/thing".formatted(peer.getLocalPort()));
  }
}
