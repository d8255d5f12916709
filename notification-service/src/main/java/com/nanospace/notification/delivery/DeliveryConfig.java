package com.nanospace.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are sent and tried again. */
@ConfigMapping(prefix = "nanospace.delivery")
public interface DeliveryConfig {

  /** How many messages one replica sends at the same time on each channel. */
  @WithDefault("4")
  int parallel();

  /** How often a replica looks for due messages when nothing wakes it. */
  @WithDefault("2s")
  Duration pollInterval();

  /**
   * For how long a message belongs to the replica that is sending it. When it crashes, another one
   * takes over after that. Must exceed the longest send.
   */
  @WithDefault("2m")
  Duration lease();

  /** How often a message is tried before it counts as failed. */
  @WithDefault("12")
  int attempts();

  /** The longest wait before a message's second try; it doubles from try to try. */
  @WithDefault("5s")
  Duration firstDelay();

  /** What that wait does not exceed. */
  @WithDefault("1h")
  Duration maxDelay();

  /** How long the log keeps a message that is sent, skipped or given up; 31 days or more. */
  @WithDefault("90d")
  Duration keepFinished();

  /** The longest first rest of a channel whose other side is away; it doubles from try to try. */
  @WithDefault("1s")
  Duration firstRest();

  /** What that rest does not exceed. */
  @WithDefault("30s")
  Duration maxRest();
}
