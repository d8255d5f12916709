package com.nanospace.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.lang.JoseException;

/** The key pair of notification-service, for tests to read codes as that one does. */
public final class OtpKeys implements QuarkusTestResourceLifecycleManager {

  private static final String PRIVATE_KEY = "nanospace.identity.test.otp-private-key";
  private static final String PUBLIC_KEY_FILE = "nanospace.identity.test.otp-public-key-file";

  @Override
  public Map<String, String> start() {
    if (System.getProperty(PRIVATE_KEY) == null) {
      makeKeys();
    }
    return Map.of("nanospace.otp.encryption-key", System.getProperty(PUBLIC_KEY_FILE));
  }

  @Override
  public void stop() {
    // The keys end with the JVM.
  }

  /** What a JWE of an event says to its recipient. */
  static String decrypt(String jwe) {
    try {
      JsonWebEncryption encrypted = new JsonWebEncryption();
      encrypted.setCompactSerialization(jwe);
      encrypted.setKey(privateKey());
      return encrypted.getPayload();
    } catch (JoseException e) {
      throw new AssertionError("The code is not encrypted for the recipient's key", e);
    }
  }

  private static void makeKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      Path file = Files.createTempFile("otp-public", ".pem");
      file.toFile().deleteOnExit();
      Files.writeString(
          file,
          "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
              .formatted(Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())));
      System.setProperty(PUBLIC_KEY_FILE, file.toString());
      System.setProperty(
          PRIVATE_KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrivateKey privateKey() {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(
              new PKCS8EncodedKeySpec(Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key was made by this class", e);
    }
  }
}
