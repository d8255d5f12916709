package com.nanospace.local.balance;

import com.nanospace.local.CannotRun;
import com.nanospace.local.service.Endpoint;
import com.nanospace.local.service.Readiness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address for the replicas of a service. Each connection goes, in turn, to a replica that says
 * it is ready, and stays with it; what travels in it is not looked at, and nothing is tried again.
 * That is what a Service of Kubernetes does, no more.
 */
public final class Balancer implements AutoCloseable {
  private static final int MAX_CONNECTIONS = 2_000;
  private static final int CONNECT_MILLIS = 2_000;
  private static final Duration PROBE_PAUSE = Duration.ofMillis(500);

  private final ServerSocket server;
  private final List<Endpoint> replicas;
  private final Set<Endpoint> ready = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();
  private final Semaphore room = new Semaphore(MAX_CONNECTIONS);

  private Balancer(ServerSocket server, List<Endpoint> replicas) {
    this.server = server;
    this.replicas = List.copyOf(replicas);
  }

  /**
   * Listens from now on; connections are closed at once while no replica is ready.
   *
   * @throws CannotRun when the address is taken
   */
  public static Balancer listen(InetSocketAddress address, List<Endpoint> replicas) {
    try {
      ServerSocket server = new ServerSocket();
      server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      server.bind(address, 256);
      Balancer balancer = new Balancer(server, replicas);
      replicas.forEach(replica -> Thread.startVirtualThread(() -> balancer.watch(replica)));
      Thread.startVirtualThread(balancer::accept);
      return balancer;
    } catch (IOException e) {
      throw new CannotRun("%s can't be listened on: %s".formatted(address, e.getMessage()), e);
    }
  }

  private void watch(Endpoint replica) {
    while (!server.isClosed()) {
      if (Readiness.of(replica.readiness())) {
        ready.add(replica);
      } else {
        ready.remove(replica);
      }
      try {
        Thread.sleep(PROBE_PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (room.tryAcquire()) {
          Thread.startVirtualThread(() -> serve(client));
        } else {
          client.close();
        }
      } catch (IOException closedOrGone) {
        // The next accept tells which of both it was.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket replica = new Socket()) {
      Optional<Endpoint> chosen = next();
      if (chosen.isPresent()) {
        replica.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), chosen.get().port()),
            CONNECT_MILLIS);
        new Pipe(client, replica).run();
      }
    } catch (IOException ended) {
      // Both sides are closed, which is how either of them learns of it.
    } finally {
      room.release();
    }
  }

  private Optional<Endpoint> next() {
    List<Endpoint> candidates = replicas.stream().filter(ready::contains).toList();
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(candidates.get(Math.floorMod(turn.getAndIncrement(), candidates.size())));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
