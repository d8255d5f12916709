package com.nanospace.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a verifier keeps of keys and ended sessions, and for how long. */
@ConfigMapping(prefix = "nanospace.token-check")
public interface TokenCheckConfig {

  /** How old the known keys may become before they are fetched again. */
  @WithDefault("5M")
  Duration keysFreshFor();

  /** The shortest time between two attempts to fetch the keys, whatever tokens ask for. */
  @WithDefault("3S")
  Duration betweenFetches();

  /** How long identity may take to give its keys. */
  @WithDefault("2S")
  Duration fetchTimeout();

  /**
   * The longest life that a token may claim, from its issue to its expiry; one of a longer life is
   * refused, for its revocation would be forgotten before it. Not below identity's {@code
   * nanospace.tokens.access-lifetime}.
   */
  @WithDefault("15M")
  Duration longestLifetime();

  /** Whether ended sessions are followed on {@code identity.user.v1}; identity has them itself. */
  @WithDefault("true")
  boolean revocations();
}
