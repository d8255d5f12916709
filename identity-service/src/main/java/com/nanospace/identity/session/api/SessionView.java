package com.nanospace.identity.session.api;

import com.nanospace.identity.session.Session;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param expiresAt when it ends if it is not used before
 * @param clientAddress where the login came from
 * @param current whether the request came in it
 */
@Schema(name = "Session")
record SessionView(
    UUID id,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    String clientAddress,
    @Nullable String userAgent,
    boolean current) {

  static SessionView of(Session session, UUID current) {
    return new SessionView(
        session.id(),
        session.createdAt(),
        session.lastUsedAt(),
        session.expiresAt(),
        session.clientAddress(),
        session.userAgent().orElse(null),
        session.id().equals(current));
  }
}
