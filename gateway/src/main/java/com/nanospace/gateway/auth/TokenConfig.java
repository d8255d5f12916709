package com.nanospace.gateway.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;

/**
 * What makes an access token valid: the MicroProfile JWT keys that the services read too. The
 * algorithm is not among them; it is RS256.
 */
@ConfigMapping(prefix = "mp.jwt.verify")
public interface TokenConfig {

  /** Where the public keys are: the address of a JSON Web Key Set. */
  @WithName("publickey.location")
  URI keySet();

  String issuer();

  @WithName("audiences")
  String audience();

  /** How far this clock and that of identity may be apart, in seconds. */
  @WithName("clock.skew")
  @WithDefault("5")
  int clockSkew();
}
