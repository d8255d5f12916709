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
   * RSA private keys, PKCS#8 in PEM, named {@code <kid>.pem}; of 3072 bits or more in the prod
   * profile. All are published; the last by name signs. A key named {@code <kid>.next.pem} is
   * published only, ahead of its use. Without a folder a key is made at every start, except in the
   * prod profile.
   */
  Optional<Path> keyFolder();

  /** How often the folder is read again: what is mounted there changes under a running process. */
  @WithDefault("10s")
  Duration keyCheckEvery();

  /**
   * How long a key that appears while the process runs is published before it signs. Longer than
   * others take to fetch the keys again (5m), and than the folder takes to change on all replicas.
   */
  @WithDefault("10m")
  Duration publishBeforeUse();

  /** How long an access token counts. */
  @WithDefault("15m")
  Duration accessLifetime();
}
