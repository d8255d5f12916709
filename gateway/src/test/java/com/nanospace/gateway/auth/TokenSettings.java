package com.nanospace.gateway.auth;

import com.nanospace.gateway.TestTokens;
import java.net.URI;

/** Settings that fit {@link TestTokens}. */
record TokenSettings(URI keySet, String issuer, String audience, int clockSkew)
    implements TokenConfig {

  TokenSettings() {
    this(URI.create("http://localhost:1/"));
  }

  TokenSettings(URI keySet) {
    this(keySet, TestTokens.ISSUER, TestTokens.AUDIENCE, 5);
  }
}
