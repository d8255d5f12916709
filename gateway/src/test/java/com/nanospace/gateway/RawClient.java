package com.nanospace.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends octets as they are and reads what comes back until the connection ends. */
record RawClient(int port) {

  private static final int PATIENCE_MILLIS = 10_000;

  /**
   * @param request complete, or as much of it as should be sent; it must make the gateway close the
   *     connection, for example by {@code Connection: close}
   * @return everything that was received, or nothing when the connection was cut
   */
  String exchange(String request) {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A GET of a target as it is written, on a connection of its own. */
  String get(String target, String... headers) {
    return send("GET", target, "", headers);
  }

  /** A request with the header lines that are given, on a connection of its own. */
  String send(String method, String target, String body, String... headers) {
    String lines = Stream.of(headers).map(line -> line + "\r\n").collect(Collectors.joining());
    return exchange(
        "%s %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n%s\r\n%s"
            .formatted(method, target, port, lines, body));
  }
}
