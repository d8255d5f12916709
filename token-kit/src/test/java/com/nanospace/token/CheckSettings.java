package com.nanospace.token;

import java.time.Duration;

/** The defaults. */
public record CheckSettings(
    Duration keysFreshFor,
    Duration betweenFetches,
    Duration fetchTimeout,
    Duration longestLifetime,
    boolean revocations)
    implements TokenCheckConfig {

  public CheckSettings() {
    this(
        Duration.ofMinutes(5),
        Duration.ofSeconds(3),
        Duration.ofSeconds(2),
        Duration.ofMinutes(15),
        true);
  }
}
