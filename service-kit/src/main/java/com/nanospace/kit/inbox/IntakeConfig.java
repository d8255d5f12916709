package com.nanospace.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently events are handled. */
@ConfigMapping(prefix = "nanospace.intake")
public interface IntakeConfig {

  /** How often a failing event is tried before it goes to the dead-letter topic; at least 1. */
  @WithDefault("5")
  int attempts();

  /** The longest pause before the second try; each further pause may be twice as long. */
  @WithDefault("200ms")
  Duration firstDelay();
}
