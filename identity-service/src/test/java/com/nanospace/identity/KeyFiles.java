package com.nanospace.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The folder of signing keys in tests, with one key that signs. */
public final class KeyFiles implements QuarkusTestResourceLifecycleManager {

  private static final String FOLDER = "nanospace.identity.test.key-folder";

  @Override
  public Map<String, String> start() {
    if (System.getProperty(FOLDER) == null) {
      try {
        Path folder = Files.createTempDirectory("signing-keys");
        write(folder.resolve("first.pem"), 2048);
        System.setProperty(FOLDER, folder.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Map.of("nanospace.tokens.key-folder", System.getProperty(FOLDER));
  }

  @Override
  public void stop() {
    // The folder stays for the tests that follow.
  }

  /** Writes a new key. */
  public static void write(Path file, int bits) throws IOException {
    Files.writeString(file, pem(bits));
  }

  /** A new key, as it is written into a file. */
  public static String pem(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
          .formatted(
              Base64.getMimeEncoder()
                  .encodeToString(generator.generateKeyPair().getPrivate().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    }
  }
}
