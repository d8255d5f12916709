package com.nanospace.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events leave. */
@ConfigMapping(prefix = "nanospace.outbox")
public interface OutboxConfig {

  /** How many events one transaction of the relay publishes; 1 to 10,000. */
  @WithDefault("500")
  int batchSize();

  /** How long the relay sleeps when no notification wakes it. */
  @WithDefault("1s")
  Duration pollInterval();

  /** How long a broker may take to acknowledge one event before the relay tries again later. */
  @WithDefault("10s")
  Duration publishTimeout();

  /** How long the relay rests after a failure. */
  @WithDefault("1s")
  Duration retryDelay();

  /** How long published events are kept, to be audited against the topics. */
  @WithDefault("7d")
  Duration keepPublished();
}
