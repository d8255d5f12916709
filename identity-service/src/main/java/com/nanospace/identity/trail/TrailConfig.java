package com.nanospace.identity.trail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the audit trail is kept. */
@ConfigMapping(prefix = "nanospace.trail")
public interface TrailConfig {

  /** How long lines of the audit trail are kept; never less than 30 days. */
  @WithDefault("400d")
  Duration keep();
}
