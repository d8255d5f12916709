package com.nanospace.identity.token;

import com.nanospace.kit.Ids;
import com.nanospace.token.TokenVerifier;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Issues access tokens (RFC 9068) that every service can verify by itself. */
@ApplicationScoped
public class AccessTokens {

  private final SigningKeys keys;
  private final TokenConfig config;
  private final String issuer;
  private final Set<String> audiences;
  private final Clock clock;

  AccessTokens(
      SigningKeys keys,
      TokenConfig config,
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
      @ConfigProperty(name = "mp.jwt.verify.audiences") Set<String> audiences,
      Clock clock) {
    this.keys = keys;
    this.config = config;
    this.issuer = issuer;
    this.audiences = audiences;
    this.clock = clock;
  }

  public String issue(UUID accountId, UUID sessionId, String role) {
    Instant now = clock.instant();
    SigningKey key = keys.current();
    return Jwt.issuer(issuer)
        .audience(audiences)
        .subject(accountId.toString())
        .groups(Set.of(role))
        .claim("sid", sessionId.toString())
        .claim("jti", Ids.next().toString())
        .issuedAt(now)
        .expiresAt(now.plus(config.accessLifetime()))
        .jws()
        .type(TokenVerifier.TYPE)
        .keyId(key.kid())
        .sign(key.privateKey());
  }

  public Duration lifetime() {
    return config.accessLifetime();
  }
}
