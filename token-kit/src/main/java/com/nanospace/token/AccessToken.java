package com.nanospace.token;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;

/**
 * A token whose signature and claims are right.
 *
 * @param groups the roles of its holder
 * @param expiresAt the moment from which it is refused, the clock's skew included
 * @param claims all of them
 */
public record AccessToken(
    UUID userId, UUID sessionId, Set<String> groups, Instant expiresAt, JwtClaims claims) {

  public AccessToken {
    groups = Set.copyOf(groups);
  }
}
