package com.nanospace.identity.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How guessing of passwords is slowed down, per account and client address. */
@ConfigMapping(prefix = "nanospace.login")
public interface LoginConfig {

  /** How many wrong passwords in a row are free. */
  @WithDefault("5")
  int freeFailures();

  /** The pause after those; each further failure doubles it. */
  @WithDefault("1m")
  Duration firstPause();

  /** The longest pause. */
  @WithDefault("15m")
  Duration longestPause();

  /** After that long without a failure, counting starts anew. */
  @WithDefault("1h")
  Duration forgetAfter();
}
