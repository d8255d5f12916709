package com.nanospace.notification.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** SMS through Twilio's Messages API. */
@ConfigMapping(prefix = "nanospace.sms.twilio")
public interface TwilioConfig {

  /** Off: text messages are recorded as skipped. */
  @WithDefault("false")
  boolean enabled();

  /** Where Twilio's API is. */
  @WithDefault("https://api.twilio.com")
  URI baseUrl();

  /** Required when enabled, as are the two below. */
  Optional<String> accountSid();

  /** The password of the account. */
  Optional<String> authToken();

  /** The sending number in E.164, or an alphanumeric sender id. */
  Optional<String> from();

  /** For the connection alone. */
  @WithDefault("5s")
  Duration connectTimeout();

  /** For the whole request. */
  @WithDefault("20s")
  Duration replyTimeout();
}
