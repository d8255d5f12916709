package com.nanospace.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Connections to the services. */
@ConfigMapping(prefix = "nanospace.proxy")
public interface ProxyConfig {

  /** Connections to each service. */
  @WithDefault("64")
  int connections();

  /** Requests that may wait for a connection to a service before further ones are answered 503. */
  @WithDefault("256")
  int waiting();

  /** How long opening a connection to a service may take. */
  @WithDefault("3S")
  Duration connectTimeout();

  /** How long a request may wait for its turn, when all connections to its service are taken. */
  @WithDefault("8S")
  Duration waitTimeout();

  /**
   * How long an unused connection is kept; shorter than the services keep theirs, and than they go
   * on answering after they were told to stop ({@code quarkus.shutdown.delay}).
   */
  @WithDefault("30S")
  Duration keepAlive();

  /** How long a client may take to send its body, and a service to send the next piece of its. */
  @WithDefault("2M")
  Duration transferTimeout();
}
