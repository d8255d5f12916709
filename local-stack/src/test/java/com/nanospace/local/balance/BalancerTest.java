package com.nanospace.local.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nanospace.local.process.Ports;
import com.nanospace.local.service.Endpoint;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BalancerTest {
  private final Ports ports = new Ports();
  private final List<HttpServer> servers = new ArrayList<>();
  private final Set<String> notReady = ConcurrentHashMap.newKeySet();
  private InetSocketAddress address;
  private Balancer balancer;

  @BeforeEach
  void start() throws IOException {
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.free());
    balancer = Balancer.listen(address, List.of(replica("one"), replica("two")));
  }

  @AfterEach
  void stop() throws IOException {
    balancer.close();
    servers.forEach(server -> server.stop(0));
  }

  @Test
  void givesConnectionsToTheReplicasInTurn() throws IOException {
    await().untilAsserted(() -> assertThat(answers(4)).containsOnly("one", "two"));
    assertThat(answers(2)).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void sendsNobodyToAReplicaThatIsNotReady() {
    await().untilAsserted(() -> assertThat(answers(4)).containsOnly("one", "two"));

    notReady.add("one");
    await().untilAsserted(() -> assertThat(answers(4)).containsOnly("two"));

    notReady.clear();
    await().untilAsserted(() -> assertThat(answers(4)).containsOnly("one", "two"));
  }

  @Test
  void closesTheConnectionWhenNobodyIsReady() {
    await().untilAsserted(() -> assertThat(answers(4)).containsOnly("one", "two"));
    notReady.addAll(Set.of("one", "two"));

    await().untilAsserted(() -> assertThat(answers(2)).containsOnly("nobody"));
  }

  /** Each request has a connection of its own. */
  private List<String> answers(int count) throws IOException {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(answer());
    }
    return answers;
  }

  private String answer() throws IOException {
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return reply.isEmpty() ? "nobody" : reply.substring(reply.indexOf("\r\n\r\n") + 4);
    } catch (SocketException reset) {
      return "nobody";
    }
  }

  private Endpoint replica(String name) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.free()), 0);
    server.createContext("/", exchange -> reply(exchange, 200, name));
    server.createContext(
        "/q/health/ready", exchange -> reply(exchange, notReady.contains(name) ? 503 : 200, name));
    server.start();
    servers.add(server);
    int port = server.getAddress().getPort();
    return new Endpoint("127.0.0.1", port, port);
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
