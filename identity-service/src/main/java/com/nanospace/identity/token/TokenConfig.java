package com.nanospace.identity.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Access tokens and the keys that sign them. */
@ConfigMapping(prefix = "nanospace.tokens")
public interface TokenConfig {

  /**
   * RSA private keys, PKCS#8 in PEM, named {@code <kid>.pem}. All are published; the last by name
   * signs. A key named {@code <kid>.next.pem} is published only, ahead of its use. Without a folder
   * a key is made at every start, except in the prod profile.
   */
  Optional<Path> keyFolder();

  /** How long an access token counts. */
  @WithDefault("15m")
  Duration accessLifetime();
}
