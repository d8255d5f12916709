package com.nanospace.identity.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long somebody stays signed in. */
@ConfigMapping(prefix = "nanospace.sessions")
public interface SessionConfig {

  /** How long a session lives after its last refresh. */
  @WithDefault("30d")
  Duration idleLifetime();

  /** How long a session lives at most. */
  @WithDefault("90d")
  Duration absoluteLifetime();

  /** For how long a used refresh token is answered again, when the first reply got lost. */
  @WithDefault("10s")
  Duration replayWindow();

  /** How long ended sessions are kept for inspection. */
  @WithDefault("30d")
  Duration keepEnded();
}
