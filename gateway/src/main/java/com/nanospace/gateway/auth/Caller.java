package com.nanospace.gateway.auth;

import com.nanospace.token.AccessToken;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Who holds a verified access token.
 *
 * @param sessionId the {@code sid} claim
 * @param expiresAt the moment from which the token is refused, the clock's skew included
 */
public record Caller(UUID userId, UUID sessionId, Set<String> groups, Instant expiresAt) {

  private static final String ADMIN = "admin";

  public Caller {
    groups = Set.copyOf(groups);
  }

  static Caller of(AccessToken token) {
    return new Caller(token.userId(), token.sessionId(), token.groups(), token.expiresAt());
  }

  public boolean isAdmin() {
    return groups.contains(ADMIN);
  }
}
