package com.nanospace.gateway.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The public port; its address is {@code quarkus.http.host} and {@code quarkus.http.port}. */
@ConfigMapping(prefix = "nanospace.server")
public interface ServerConfig {

  /** All header lines of a request together. */
  @WithDefault("8K")
  MemorySize maxHeaders();

  /** The request line. */
  @WithDefault("4K")
  MemorySize maxRequestLine();

  /** How long the head of a request may take, from connecting or from its first octet. */
  @WithDefault("10S")
  Duration headTimeout();

  /** Connections of all clients. */
  @WithDefault("2000")
  int maxConnections();

  /** Connections of one address, or of one /64 of IPv6; those of trusted proxies don't count. */
  @WithDefault("200")
  int maxConnectionsPerAddress();

  /**
   * How long browsers are to call this host by TLS only ({@code Strict-Transport-Security}). None
   * by default; it says nothing where there is no TLS in front of the gateway.
   */
  Optional<Duration> strictTransportSecurity();

  /** How long a connection may be silent. */
  @WithDefault("75S")
  Duration idleTimeout();

  /**
   * Address ranges of proxies in front of the gateway, such as {@code 10.0.0.0/8}, whose {@code
   * X-Forwarded-For} is believed. None by default: the client is who is connected.
   */
  Optional<List<String>> trustedProxies();

  /** How long requests under way may take to finish when the gateway stops. */
  @WithDefault("15S")
  Duration drainTimeout();
}
