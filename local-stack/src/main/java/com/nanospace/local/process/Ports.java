package com.nanospace.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Finds ports to listen on. A port is given away some time before somebody listens there, so all
 * launchers of a user keep a file of which each byte stands for a port, and lock those they gave.
 */
public final class Ports {
  // Below the ranges from which Linux and macOS take the local ports of outgoing connections.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;

  private final Random random = new Random();
  private final Set<Integer> given = new HashSet<>();

  /** A port that nobody listens on and that was not given before. */
  public synchronized int free() {
    for (int tries = 0; tries < 1_000; tries++) {
      int port = random.nextInt(LOWEST, HIGHEST);
      if (isFree(port) && given.add(port) && Reserved.take(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST);
  }

  /** Whether a server can take the port, on the loopback address and on all addresses. */
  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        && canBind(new InetSocketAddress(port));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** What this process holds until it ends. */
  private static final class Reserved {
    private static final FileChannel PORTS = open();

    private static FileChannel open() {
      Path file =
          Path.of(
              System.getProperty("java.io.tmpdir"),
              "nanospace-%s.ports".formatted(System.getProperty("user.name")));
      try {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      } catch (IOException e) {
        throw new UncheckedIOException("can't write " + file, e);
      }
    }

    static boolean take(int port) {
      try {
        return PORTS.tryLock(port, 1, false) != null;
      } catch (OverlappingFileLockException heldHere) {
        return false;
      } catch (IOException e) {
        throw new UncheckedIOException("can't lock port " + port, e);
      }
    }
  }
}
