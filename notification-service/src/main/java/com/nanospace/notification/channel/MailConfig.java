package com.nanospace.notification.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the SMTP server may take; where it is, is told by {@code quarkus.mailer}. */
@ConfigMapping(prefix = "nanospace.mail")
public interface MailConfig {

  /** For the connection. */
  @WithDefault("5s")
  Duration connectTimeout();

  /** For any single reply; the connection is closed when the server is silent for longer. */
  @WithDefault("20s")
  Duration replyTimeout();

  /** For one mail as a whole. */
  @WithDefault("60s")
  Duration sendTimeout();
}
