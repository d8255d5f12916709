package com.nanospace.gateway.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Which web pages of other origins may call the API from a browser. */
@ConfigMapping(prefix = "nanospace.cors")
public interface CorsConfig {

  /**
   * Allowed origins, such as {@code https://app.example.com}. None by default; {@code *} allows
   * every origin and is refused by the production profile.
   */
  Optional<Set<String>> origins();

  /** How long a browser may remember the answer to a preflight. */
  @WithDefault("1H")
  Duration maxAge();
}
