package com.nanospace.gateway.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Who a request comes from. Anybody can send {@code X-Forwarded-For}, so it counts only as far as
 * proxies of our own have written it: from its right end to the first address that is none of
 * theirs. What stands to the left of that one, or of anything that is no address, is hearsay.
 */
@Singleton
public class ClientAddresses {

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final int NETWORK_OCTETS = 8;

  private final List<AddressRange> trusted;

  @Inject
  public ClientAddresses(ServerConfig config) {
    this(config.trustedProxies().orElse(List.of()));
  }

  ClientAddresses(List<String> trusted) {
    this.trusted = trusted.stream().map(String::strip).map(AddressRange::parse).toList();
  }

  public InetAddress of(HttpServerRequest request) {
    return behind(peer(request.remoteAddress()), request.headers().getAll(FORWARDED_FOR));
  }

  /** Whether the address is one of a proxy that speaks for many clients. */
  public boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  /** The other end of a connection. */
  public static InetAddress peer(SocketAddress peer) {
    return AddressRange.address(withoutZone(peer.hostAddress()))
        .orElseThrow(() -> new IllegalStateException("no address of a peer: " + peer));
  }

  /** Who has one IPv6 address has a network of them, a /64, which is one client. */
  public static String network(InetAddress client) {
    byte[] octets = client.getAddress();
    return HexFormat.of().formatHex(octets, 0, Math.min(octets.length, NETWORK_OCTETS));
  }

  InetAddress behind(InetAddress peer, List<String> forwardedFor) {
    InetAddress client = peer;
    List<String> hops = List.of(String.join(",", forwardedFor).split(",", -1));
    for (int hop = hops.size() - 1; hop >= 0 && isTrusted(client); hop--) {
      Optional<InetAddress> next = AddressRange.address(hops.get(hop).strip());
      if (next.isEmpty()) {
        return client;
      }
      client = next.get();
    }
    return client;
  }

  private static String withoutZone(String literal) {
    int zone = literal.indexOf('%');
    return zone < 0 ? literal : literal.substring(0, zone);
  }
}
