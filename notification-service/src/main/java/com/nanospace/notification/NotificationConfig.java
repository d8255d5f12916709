package com.nanospace.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What all messages share. */
@ConfigMapping(prefix = "nanospace.notification")
public interface NotificationConfig {

  /** Root of the front-end that links in messages lead to. */
  @WithDefault("https://nanospace.com")
  URI webUrl();

  /** Mailbox that gets the enquiries about no particular listing; without it nobody gets them. */
  Optional<String> enquiriesTo();

  /** How long an entry stays in the list in the app; 31 days or more. */
  @WithDefault("365d")
  Duration keepListed();

  /** A page of the front-end. */
  default String link(String path) {
    return webUrl().toString().replaceAll("/+$", "") + path;
  }
}
