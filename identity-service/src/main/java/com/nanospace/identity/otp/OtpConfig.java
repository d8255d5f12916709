package com.nanospace.identity.otp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** One-time codes and what keeps them from being guessed or sent too often. */
@ConfigMapping(prefix = "nanospace.otp")
public interface OtpConfig {

  /** Secret of the HMAC by which codes are stored; at least 32 characters. */
  String hashSecret();

  /**
   * RSA public key of notification-service (SPKI in PEM), for which codes are encrypted; of 3072
   * bits or more in the prod profile.
   */
  Path encryptionKey();

  /** How long a code counts. */
  @WithDefault("5m")
  Duration lifetime();

  /** Wrong tries until a code is void. */
  @WithDefault("3")
  int triesPerCode();

  /** The least time between two sends to one identifier. */
  @WithDefault("60s")
  Duration pauseBetweenSends();

  /**
   * When a request for a code is answered, counted from its arrival: longer than sending takes, so
   * that the time tells nobody whether there is an account.
   */
  @WithDefault("100ms")
  Duration answerAfter();

  /** Codes sent to one identifier. */
  @WithDefault("5")
  int sendsAnHour();

  /** Codes sent to one identifier. */
  @WithDefault("10")
  int sendsADay();

  /** Wrong tries for one identifier, whatever the number of codes. */
  @WithDefault("15")
  int wrongTriesAnHour();

  /** Codes asked for from one client address. */
  @WithDefault("30")
  int sendsPerAddressAnHour();

  /** Wrong tries from one client address. */
  @WithDefault("60")
  int wrongTriesPerAddressAnHour();

  /**
   * Country calling codes to whose phones SMS are sent, such as {@code 91,65}. None means all: then
   * strangers can have the suite send SMS to the dearest countries, up to the caps.
   */
  Optional<Set<String>> smsPrefixes();

  /** SMS to phones of one country calling code. */
  @WithDefault("2000")
  int smsPerCountryPrefixADay();

  /** SMS to all phones together. */
  @WithDefault("5000")
  int smsADay();
}
