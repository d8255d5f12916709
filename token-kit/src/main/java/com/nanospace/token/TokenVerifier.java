package com.nanospace.token;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

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
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

  /** The library's parser takes what is no JSON, such as members without a comma in between. */
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private final TokenRules rules;
  private final TokenCheckConfig config;
  private final Clock clock;

  public TokenVerifier(TokenRules rules, TokenCheckConfig config, Clock clock) {
    this.rules = rules;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The token with the key that it claims to be signed with; nothing when it can't be one of ours.
   */
  public Optional<ClaimedToken> parse(String token) {
    if (token.length() > MAX_LENGTH || !COMPACT.matcher(token).matches()) {
      return Optional.empty();
    }
    try {
      String[] parts = token.split("\\.");
      for (String part : parts) {
        requireOneSpelling(part);
      }
      JsonNode header = JSON.readTree(new String(DECODER.decode(parts[0]), StandardCharsets.UTF_8));
      return HEADER.containsAll(header.properties().stream().map(Map.Entry::getKey).toList())
              && TYPE.equals(header.path("typ").textValue())
          ? Optional.ofNullable(header.path("kid").textValue())
              .map(keyId -> new ClaimedToken(token, keyId))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What the token says; nothing when it is not valid. */
  public Optional<AccessToken> verify(ClaimedToken token, RSAPublicKey key) {
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
              .processToClaims(token.text());
      return Optional.of(read(claims));
    } catch (InvalidJwtException
        | MalformedClaimException
        | ClassCastException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The library's decoder drops a letter too many, and bits that no octet needs. */
  private static void requireOneSpelling(String part) {
    if (!ENCODER.encodeToString(DECODER.decode(part)).equals(part)) {
      throw new IllegalArgumentException("There is a shorter way to write it");
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
