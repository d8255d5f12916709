package com.nanospace.kit.peer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How other services are asked. */
@ConfigMapping(prefix = "nanospace.peers")
public interface PeerConfig {

  /** How long another service may take to answer, from connecting to the last byte. */
  @WithDefault("2s")
  Duration timeout();
}
