package com.nanospace.identity.token;

import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwk.JsonWebKeySet;

/** The public halves of the signing keys. */
@ApplicationScoped
public class KeySet {

  private final SigningKeys keys;

  KeySet(SigningKeys keys) {
    this.keys = keys;
  }

  /** A JWK Set (RFC 7517 §5). */
  public String toJson() {
    return new JsonWebKeySet(keys.published().stream().map(SigningKey::toPublicJwk).toList())
        .toJson();
  }
}
