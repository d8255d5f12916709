package com.nanospace.identity.session;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Refuses access tokens whose session has ended. This service has the sessions, so here an end
 * takes effect at once.
 */
@ApplicationScoped
class LiveSessionsOnly implements SecurityIdentityAugmentor {

  private final Sessions sessions;
  private final Clock clock;

  LiveSessionsOnly(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? context.runBlocking(() -> requireLive(identity, token))
        : Uni.createFrom().item(identity);
  }

  @ActivateRequestContext
  SecurityIdentity requireLive(SecurityIdentity identity, JsonWebToken token) {
    if (!sessions.isLive(UUID.fromString(token.<String>getClaim("sid")), clock.instant())) {
      throw new AuthenticationFailedException("The session has ended");
    }
    return identity;
  }
}
