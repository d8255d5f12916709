package com.nanospace.gateway.auth;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a verified access token.
 *
 * @param sessionId the {@code sid} claim
 * @param expiresAt the moment from which the token is refused, the clock's skew included
 */
public record Caller(
    String userId, @Nullable String sessionId, Set<String> groups, Instant expiresAt) {

  private static final String ADMIN = "admin";

  public Caller {
    groups = Set.copyOf(groups);
  }

  public boolean isAdmin() {
    return groups.contains(ADMIN);
  }
}
