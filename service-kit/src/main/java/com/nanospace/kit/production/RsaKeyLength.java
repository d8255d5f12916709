package com.nanospace.kit.production;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.security.interfaces.RSAKey;

/** How long RSA keys have to be. */
public enum RsaKeyLength {
  /** 128 bits of strength (NIST SP 800-57 part 1, table 2). */
  PRODUCTION(3072),

  /** 112 bits of strength, which everybody has who made keys earlier. */
  ELSEWHERE(2048);

  private final int bits;

  RsaKeyLength(int bits) {
    this.bits = bits;
  }

  /** In the profile that runs. */
  public static RsaKeyLength required() {
    return ConfigUtils.isProfileActive("prod") ? PRODUCTION : ELSEWHERE;
  }

  public int bits() {
    return bits;
  }

  /**
   * Refuses a shorter key.
   *
   * @throws IllegalStateException that names what the key is for
   */
  public void require(String what, RSAKey key) {
    if (key.getModulus().bitLength() < bits) {
      throw new IllegalStateException("%s must be RSA of at least %d bits".formatted(what, bits));
    }
  }
}
