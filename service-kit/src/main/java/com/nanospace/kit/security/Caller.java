package com.nanospace.kit.security;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person behind the current request, as the verified access token names them. */
@RequestScoped
public class Caller {

  private final JsonWebToken token;
  private final SecurityIdentity identity;

  Caller(JsonWebToken token, SecurityIdentity identity) {
    this.token = token;
    this.identity = identity;
  }

  public boolean isSignedIn() {
    return !identity.isAnonymous();
  }

  /**
   * The id of the signed-in person.
   *
   * @throws Refusal {@code auth.required} when nobody is signed in
   */
  public UUID id() {
    return optionalId()
        .orElseThrow(() -> new Refusal(CommonError.AUTH_REQUIRED, "Sign in to do this"));
  }

  public Optional<UUID> optionalId() {
    return isSignedIn() ? Optional.of(UUID.fromString(token.getSubject())) : Optional.empty();
  }

  /** The session that the token belongs to ({@code sid}). */
  public UUID sessionId() {
    return UUID.fromString(token.<String>getClaim("sid"));
  }

  public boolean hasRole(String role) {
    return identity.hasRole(role);
  }

  /** The access token as it came, to pass on when this service asks another one for the caller. */
  public String bearerToken() {
    return token.getRawToken();
  }
}
