package com.nanospace.testkit;

import io.quarkus.arc.Arc;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/** Access tokens as identity-service issues them, signed with a key made for this JVM. */
public final class TestTokens {

  private static final String PRIVATE_KEY = "nanospace.testkit.private-key";
  private static final String KEY_SET = "nanospace.testkit.key-set";
  private static final String KEY_ID = "test-key";
  private static final Duration LIFETIME = Duration.ofMinutes(15);

  private TestTokens() {}

  public static String customer(UUID id) {
    return token(id, "customer");
  }

  public static String owner(UUID id) {
    return token(id, "owner");
  }

  public static String admin(UUID id) {
    return token(id, "admin");
  }

  /** A valid token of a new session, issued at the time that the service believes it is. */
  public static String token(UUID subject, String role) {
    Instant now = Arc.container().instance(Clock.class).get().instant();
    return Jwt.issuer("https://nanospace.com")
        .audience("nanospace")
        .subject(subject.toString())
        .groups(Set.of(role))
        .claim("sid", UUID.randomUUID().toString())
        .claim("jti", UUID.randomUUID().toString())
        .issuedAt(now)
        .expiresAt(now.plus(LIFETIME))
        .jws()
        .type("at+jwt")
        .keyId(KEY_ID)
        .sign(privateKey());
  }

  static Map<String, String> makeKeyOnce() {
    if (System.getProperty(PRIVATE_KEY) == null) {
      makeKey();
    }
    return Map.of("mp.jwt.verify.publickey.location", System.getProperty(KEY_SET));
  }

  private static void makeKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      RsaJsonWebKey jwk = new RsaJsonWebKey((RSAPublicKey) pair.getPublic());
      jwk.setKeyId(KEY_ID);
      jwk.setAlgorithm("RS256");
      jwk.setUse("sig");
      Path keySet = Files.createTempFile("nanospace-jwks", ".json");
      keySet.toFile().deleteOnExit();
      Files.writeString(keySet, new JsonWebKeySet(jwk).toJson());
      System.setProperty(KEY_SET, keySet.toUri().toString());
      System.setProperty(
          PRIVATE_KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    } catch (IOException e) {
      throw new UncheckedIOException("The test key set could not be written", e);
    }
  }

  private static PrivateKey privateKey() {
    try {
      byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The test key is made by this class", e);
    }
  }
}
