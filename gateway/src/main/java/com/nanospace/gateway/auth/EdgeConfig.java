package com.nanospace.gateway.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the gateway remembers of keys and tokens, and for how long. */
@ConfigMapping(prefix = "nanospace.edge-auth")
public interface EdgeConfig {

  /** Verified tokens that are remembered until they expire. */
  @WithDefault("10000")
  int rememberedTokens();

  /** How old the known keys may become before they are fetched again. */
  @WithDefault("5M")
  Duration keysFreshFor();

  /** The shortest time between two attempts to fetch the keys, whatever tokens ask for. */
  @WithDefault("3S")
  Duration betweenFetches();

  /** How long identity may take to give its keys. */
  @WithDefault("2S")
  Duration fetchTimeout();
}
