package com.nanospace.identity.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How guessing of passwords is slowed down and bounded. */
@ConfigMapping(prefix = "nanospace.login")
public interface LoginConfig {

  /** How many wrong passwords in a row are free, per account and client address. */
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

  /**
   * How many wrong passwords in a row an account takes over all addresses (NIST SP 800-63B-4
   * §3.2.2). From then on it is only tried from where a session of it was opened, until a password
   * is right or is reset.
   */
  @WithDefault("100")
  int maxConsecutiveFailures();
}
