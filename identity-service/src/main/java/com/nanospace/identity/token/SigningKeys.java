package com.nanospace.identity.token;

import com.nanospace.kit.Ids;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The keys that access tokens are signed with, and verified by. */
@Startup
@ApplicationScoped
public class SigningKeys {

  private static final Logger LOG = Logger.getLogger(SigningKeys.class);
  private static final int NEW_KEY_BITS = 2048;

  private final List<SigningKey> keys;
  private final SigningKey current;

  SigningKeys(TokenConfig config) {
    this.keys = config.keyFolder().map(SigningKeys::read).orElseGet(SigningKeys::makeOne);
    this.current =
        keys.stream()
            .filter(key -> !key.isNext())
            .reduce((earlier, later) -> later)
            .orElseThrow(
                () -> new IllegalStateException("nanospace.tokens.key-folder has no <kid>.pem"));
  }

  /** All keys whose signatures count, also the one that does not sign yet. */
  List<SigningKey> published() {
    return keys;
  }

  SigningKey current() {
    return current;
  }

  Optional<SigningKey> byId(String kid) {
    return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
  }

  private static List<SigningKey> read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".pem"))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .map(SigningKey::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("nanospace.tokens.key-folder can't be read", e);
    }
  }

  private static List<SigningKey> makeOne() {
    LOG.warn("No nanospace.tokens.key-folder: tokens are signed with a key that ends with me");
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(NEW_KEY_BITS);
      KeyPair pair = generator.generateKeyPair();
      return List.of(SigningKey.of(Ids.next().toString(), false, pair.getPrivate()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    }
  }
}
