package com.nanospace.token;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the rules; no mapping, for other libraries read keys of that prefix too. */
class TokenRulesProducer {

  @Produces
  @Singleton
  TokenRules rules(
      @ConfigProperty(name = "mp.jwt.verify.publickey.location") String keySet,
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
      @ConfigProperty(name = "mp.jwt.verify.audiences") String audience,
      @ConfigProperty(name = "mp.jwt.verify.clock.skew", defaultValue = "5") int clockSkew) {
    return new TokenRules(keySet, issuer, audience, clockSkew);
  }
}
