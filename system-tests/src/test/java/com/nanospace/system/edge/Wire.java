package com.nanospace.system.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server of the suite, on this machine, spoken to octet by octet. */
record Wire(String name, URI address) {

  private static final int FIRST_REPLY_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 250;

  /**
   * Sends octets on a connection of their own.
   *
   * @return what came back until the server closed the connection or fell silent
   */
  Replies send(String octets) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(FIRST_REPLY_MILLIS);
      socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return read(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be reached", e);
    }
  }

  private static Replies read(Socket socket) throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    byte[] piece = new byte[8_192];
    boolean closed = false;
    try {
      for (int n = 0; n >= 0; n = socket.getInputStream().read(piece)) {
        received.write(piece, 0, n);
        if (received.size() > 0) {
          socket.setSoTimeout(SILENCE_MILLIS);
        }
      }
      closed = true;
    } catch (SocketTimeoutException silence) {
      // It waits for more.
    } catch (SocketException reset) {
      closed = true;
    }
    return Replies.parse(received.toString(StandardCharsets.ISO_8859_1), closed);
  }
}
