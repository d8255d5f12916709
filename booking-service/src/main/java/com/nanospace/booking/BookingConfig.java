package com.nanospace.booking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How bookings are held and looked after. */
@ConfigMapping(prefix = "nanospace.booking")
public interface BookingConfig {

  /** How long a pending booking holds its capacity before it lapses. */
  @WithDefault("48h")
  Duration hold();

  /** How often lapsed holds are looked for. */
  @WithDefault("30s")
  Duration expiryInterval();

  /** How often erased customers are looked for whose bookings are not cancelled yet. */
  @WithDefault("5s")
  Duration erasureInterval();

  /** How often archived listings with open bookings are looked for. */
  @WithDefault("5s")
  Duration archiveInterval();

  /** How often ceilings are looked for whose change has not come. */
  @WithDefault("30s")
  Duration ceilingInterval();

  /**
   * How long a ceiling waits for the change that it was put up for. Property-service gives itself
   * 30 seconds, so this must be well above.
   */
  @WithDefault("2m")
  Duration ceilingPatience();
}
