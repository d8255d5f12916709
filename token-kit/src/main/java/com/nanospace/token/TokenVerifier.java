package com.nanospace.token;

import jakarta.inject.Singleton;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * Decides whether an access token is valid (RFC 8725, RFC 9068). Strict about what identity never
 * writes: a header has {@code alg}, {@code typ} and {@code kid} and nothing that could bring a key
 * along, and no member comes twice.
 */
@Singleton
public class TokenVerifier {

  public static final String TYPE = "at+jwt";

  private static final int MAX_LENGTH = 4_096;
  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

  private final TokenRules rules;
  private final TokenCheckConfig config;
  private final Clock clock;

  public TokenVerifier(TokenRules rules, TokenCheckConfig config, Clock clock) {
    this.rules = rules;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The id of the key that a token claims to be signed with; nothing when it can't be one of ours.
   * The library casts header members without a look at their type, hence the second exception.
   */
  public Optional<String> keyIdOf(String token) {
    if (token.length() > MAX_LENGTH || !COMPACT.matcher(token).matches()) {
      return Optional.empty();
    }
    JsonWebSignature signed = new JsonWebSignature();
    try {
      signed.setCompactSerialization(token);
      Map<String, Object> header =
          JsonUtil.parseJson(signed.getHeaders().getFullHeaderAsJsonString());
      return HEADER.containsAll(header.keySet()) && TYPE.equals(header.get("typ"))
          ? Optional.ofNullable(signed.getKeyIdHeaderValue())
          : Optional.empty();
    } catch (JoseException | ClassCastException e) {
      return Optional.empty();
    }
  }

  /** What the token says; nothing when it is not valid. */
  public Optional<AccessToken> verify(String token, RSAPublicKey key) {
    if (keyIdOf(token).isEmpty()) {
      return Optional.empty();
    }
    try {
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setJwsAlgorithmConstraints(
                  ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
              .setVerificationKey(key)
              .setExpectedIssuer(rules.issuer())
              .setExpectedAudience(rules.audience())
              .setRequireSubject()
              .setRequireJwtId()
              .setRequireIssuedAt()
              .setIssuedAtRestrictions(
                  rules.clockSkew(), (int) config.longestLifetime().toSeconds())
              .setRequireExpirationTime()
              .setMaxFutureValidityInMinutes((int) config.longestLifetime().toMinutes())
              .setAllowedClockSkewInSeconds(rules.clockSkew())
              .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
              .build()
              .processToClaims(token);
      return Optional.of(read(claims));
    } catch (InvalidJwtException
        | MalformedClaimException
        | ClassCastException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private AccessToken read(JwtClaims claims) throws MalformedClaimException {
    Set<String> groups = Set.copyOf(claims.getStringListClaimValue("groups"));
    if (groups.isEmpty()) {
      throw new MalformedClaimException("The token names no group");
    }
    return new AccessToken(
        UUID.fromString(claims.getSubject()),
        UUID.fromString(String.valueOf(claims.getStringClaimValue("sid"))),
        groups,
        Instant.ofEpochSecond(claims.getExpirationTime().getValue()).plusSeconds(rules.clockSkew()),
        claims);
  }
}
