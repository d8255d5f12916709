package com.nanospace.local.balance;

import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;

/** Carries bytes between two connections, each way until its sender has no more. */
final class Pipe {
  private final Socket one;
  private final Socket other;

  Pipe(Socket one, Socket other) {
    this.one = one;
    this.other = other;
  }

  /** Returns when both ways have ended; one that breaks ends the other. */
  void run() throws IOException {
    one.setOption(StandardSocketOptions.TCP_NODELAY, true);
    other.setOption(StandardSocketOptions.TCP_NODELAY, true);
    Thread back = Thread.startVirtualThread(() -> carry(other, one));
    carry(one, other);
    try {
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException broken) {
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException closedAlready) {
      // nothing left to do for it
    }
  }
}
