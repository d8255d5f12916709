package com.nanospace.gateway.auth;

import jakarta.inject.Singleton;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** Decides whether an access token is valid (RFC 8725, RFC 9068). */
@Singleton
public class TokenVerifier {

  private static final String TYPE = "at+jwt";

  private final TokenConfig config;
  private final Clock clock;

  TokenVerifier(TokenConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * The id of the key that a token claims to be signed with; nothing when it is no signed token.
   * The library casts header members without a look at their type, hence the second exception.
   */
  Optional<String> keyIdOf(String token) {
    JsonWebSignature signed = new JsonWebSignature();
    try {
      signed.setCompactSerialization(token);
      return Optional.ofNullable(signed.getKeyIdHeaderValue());
    } catch (JoseException | ClassCastException e) {
      return Optional.empty();
    }
  }

  /** The token's holder; nothing when the token is not valid. */
  Optional<Caller> verify(String token, RSAPublicKey key) {
    try {
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setJwsAlgorithmConstraints(
                  ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
              .setVerificationKey(key)
              .setExpectedType(true, TYPE)
              .setExpectedIssuer(config.issuer())
              .setExpectedAudience(config.audience())
              .setRequireSubject()
              .setRequireExpirationTime()
              .setAllowedClockSkewInSeconds(config.clockSkew())
              .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
              .build()
              .processToClaims(token);
      return Optional.of(callerOf(claims));
    } catch (InvalidJwtException | MalformedClaimException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private Caller callerOf(JwtClaims claims) throws MalformedClaimException {
    return new Caller(
        claims.getSubject(),
        claims.getClaimValue("sid", String.class),
        claims.hasClaim("groups") ? Set.copyOf(claims.getStringListClaimValue("groups")) : Set.of(),
        Instant.ofEpochSecond(claims.getExpirationTime().getValue())
            .plusSeconds(config.clockSkew()));
  }
}
