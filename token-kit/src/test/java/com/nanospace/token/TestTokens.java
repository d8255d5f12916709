package com.nanospace.token;

import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Signs access tokens as identity does. */
public final class TestTokens {

  public static final String ISSUER = "https://nanospace.com";
  public static final String AUDIENCE = "nanospace";

  /** Rules that these tokens fit. */
  public static final TokenRules RULES = new TokenRules("file:///nowhere", ISSUER, AUDIENCE, 5);

  private final RsaJsonWebKey key = newKey();

  public static RsaJsonWebKey newKey() {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(UUID.randomUUID().toString());
      key.setUse("sig");
      key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String keySet(JsonWebKey... keys) {
    return new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  public RsaJsonWebKey key() {
    return key;
  }

  public String keySet() {
    return keySet(key);
  }

  public String of(String role) {
    return sign(claims(role));
  }

  /** Claims of a token that is valid for a quarter of an hour. */
  public static JwtClaims claims(String role) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject(UUID.randomUUID().toString());
    claims.setStringClaim("sid", UUID.randomUUID().toString());
    claims.setGeneratedJwtId();
    claims.setStringListClaim("groups", List.of(role));
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(15);
    return claims;
  }

  public String sign(JwtClaims claims) {
    return sign(claims, key, "at+jwt");
  }

  public static String sign(JwtClaims claims, RsaJsonWebKey key, String type) {
    JsonWebSignature signed = new JsonWebSignature();
    signed.setPayload(claims.toJson());
    signed.setKey(key.getPrivateKey());
    signed.setKeyIdHeaderValue(key.getKeyId());
    signed.setHeader("typ", type);
    signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return signed.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
