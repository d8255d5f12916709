package com.nanospace.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The public port; its address is {@code quarkus.http.host} and {@code quarkus.http.port}. */
@ConfigMapping(prefix = "nanospace.server")
public interface ServerConfig {

  /** All header lines of a request together. */
  @WithDefault("8K")
  MemorySize maxHeaders();

  /** The request line. */
  @WithDefault("4K")
  MemorySize maxRequestLine();

  /** How long a connection may be silent. */
  @WithDefault("75S")
  Duration idleTimeout();

  /** How long requests under way may take to finish when the gateway stops. */
  @WithDefault("15S")
  Duration drainTimeout();
}
