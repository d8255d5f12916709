package com.nanospace.gateway.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the gateway remembers of tokens. */
@ConfigMapping(prefix = "nanospace.edge-auth")
public interface EdgeConfig {

  /** Verified tokens that are remembered until they expire. */
  @WithDefault("10000")
  int rememberedTokens();
}
