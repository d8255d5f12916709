package com.nanospace.local.service;

import com.nanospace.local.process.Ports;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which processes there are, and where each service is reached. */
public final class Layout {
  private static final String LOOPBACK = "127.0.0.1";

  private final Map<Service, InetSocketAddress> addresses;
  private final List<Replica> replicas;

  private Layout(Map<Service, InetSocketAddress> addresses, List<Replica> replicas) {
    this.addresses = addresses;
    this.replicas = List.copyOf(replicas);
  }

  /** A process for each service, which is reached directly. */
  public static Layout single(InetSocketAddress gateway, Ports ports) {
    Map<Service, InetSocketAddress> addresses = addresses(gateway, ports);
    List<Replica> replicas = new ArrayList<>();
    addresses.forEach(
        (service, address) ->
            replicas.add(
                new Replica(
                    service,
                    0,
                    new Endpoint(
                        address.getAddress().getHostAddress(), address.getPort(), ports.free()))));
    return new Layout(addresses, replicas);
  }

  /** Several processes for each service, and something to stand before them at its address. */
  public static Layout replicated(InetSocketAddress gateway, int count, Ports ports) {
    List<Replica> replicas = new ArrayList<>();
    for (Service service : Service.values()) {
      for (int number = 1; number <= count; number++) {
        replicas.add(
            new Replica(service, number, new Endpoint(LOOPBACK, ports.free(), ports.free())));
      }
    }
    return new Layout(addresses(gateway, ports), replicas);
  }

  private static Map<Service, InetSocketAddress> addresses(InetSocketAddress gateway, Ports ports) {
    Map<Service, InetSocketAddress> addresses = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      addresses.put(
          service,
          service == Service.GATEWAY
              ? gateway
              : new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.free()));
    }
    return addresses;
  }

  public boolean isReplicated() {
    return replicas.size() > addresses.size();
  }

  /** The databases that are needed: several gateways count together what clients ask of them. */
  public List<String> databases() {
    return Arrays.stream(Service.values())
        .filter(service -> service.hasDatabase() || isReplicated())
        .map(Service::database)
        .toList();
  }

  public List<Replica> replicas() {
    return replicas;
  }

  public List<Endpoint> endpoints(Service service) {
    return replicas.stream().filter(r -> r.service() == service).map(Replica::endpoint).toList();
  }

  /** Where others reach the service, whichever of its processes answers. */
  public InetSocketAddress address(Service service) {
    InetSocketAddress address = addresses.get(service);
    if (address == null) {
      throw new IllegalStateException("no address was given to " + service);
    }
    return address;
  }

  public String url(Service service) {
    return "http://%s:%d".formatted(LOOPBACK, address(service).getPort());
  }
}
