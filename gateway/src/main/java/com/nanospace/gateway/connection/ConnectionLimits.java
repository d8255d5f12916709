package com.nanospace.gateway.connection;

import com.nanospace.gateway.edge.ClientAddresses;
import com.nanospace.gateway.edge.ServerConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds the connections of clients: all together, those of one address, and the time each takes
 * over the head of a request. One that is too many or too slow is closed without a word. Proxies in
 * front of the gateway speak for many clients and count together only.
 */
@Singleton
public class ConnectionLimits {

  private final ServerConfig config;
  private final ClientAddresses addresses;
  private final Counter tooMany;
  private final Counter tooManyOfOne;
  private final Counter tooSlow;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<String, Integer> openByNetwork = new ConcurrentHashMap<>();

  ConnectionLimits(ServerConfig config, ClientAddresses addresses, MeterRegistry registry) {
    this.config = config;
    this.addresses = addresses;
    this.tooMany = closed(registry, "total");
    this.tooManyOfOne = closed(registry, "address");
    this.tooSlow = closed(registry, "slow");
    Gauge.builder("nanospace.gateway.connections", open, AtomicInteger::get)
        .description("Open connections of clients")
        .register(registry);
  }

  /** Takes a new connection in, or closes it. */
  public void admit(HttpConnection connection) {
    InetAddress peer = ClientAddresses.peer(connection.remoteAddress());
    String network = ClientAddresses.network(peer);
    int ofNetwork = openByNetwork.merge(network, 1, Integer::sum);
    int all = open.incrementAndGet();
    connection.closeHandler(closed -> forget(network));
    if (all > config.maxConnections()) {
      refuse(connection, tooMany);
    } else if (ofNetwork > config.maxConnectionsPerAddress() && !addresses.isTrusted(peer)) {
      refuse(connection, tooManyOfOne);
    } else {
      HeadDeadline.watch(
          ((ConnectionBase) connection).channelHandlerContext().pipeline(),
          config.headTimeout(),
          tooSlow::increment);
    }
  }

  private static void refuse(HttpConnection connection, Counter cause) {
    cause.increment();
    connection.close();
  }

  private void forget(String network) {
    open.decrementAndGet();
    openByNetwork.computeIfPresent(network, (key, count) -> count == 1 ? null : count - 1);
  }

  private static Counter closed(MeterRegistry registry, String cause) {
    return Counter.builder("nanospace.gateway.connections.refused")
        .description("Connections of clients that were closed: too many, or too slow")
        .tag("cause", cause)
        .register(registry);
  }
}
