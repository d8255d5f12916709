package com.nanospace.local.keys;

import com.nanospace.local.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of a deployment, in the files that containers mount. What exists is never touched, what
 * is missing is made.
 */
public final class DeploymentKeys {
  private final Path folder;
  private final Clock clock;

  public DeploymentKeys(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Makes what is missing and returns the files it made. */
  public List<Path> complete() {
    List<Path> made = new ArrayList<>();
    try {
      Files.createDirectories(signing());
      if (!hasSigningKey()) {
        // Keys are taken by name: dates put a later one last.
        Path key = signing().resolve(LocalDate.now(clock) + ".pem");
        KeyFiles.store(key, KeyFiles.pem(KeyFiles.pair().getPrivate()));
        made.add(key);
      }
      made.addAll(completePair());
      if (Files.notExists(hashSecret())) {
        KeyFiles.store(hashSecret(), KeyFiles.secret());
        made.add(hashSecret());
      }
      return made;
    } catch (IOException | GeneralSecurityException e) {
      throw new CannotRun("Keys can't be made in " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Private keys that sign access tokens, {@code <kid>.pem}. */
  Path signing() {
    return folder.resolve("signing");
  }

  /** The public key of one-time codes, for identity. */
  Path encryption() {
    return folder.resolve("otp-encryption.pem");
  }

  /** The private key of one-time codes, for notification alone. */
  Path decryption() {
    return folder.resolve("otp-decryption.pem");
  }

  Path hashSecret() {
    return folder.resolve("otp-hash-secret");
  }

  /** A key that is only announced, {@code .next.pem}, signs nothing yet. */
  private boolean hasSigningKey() throws IOException {
    try (Stream<Path> files = Files.list(signing())) {
      return files
          .map(file -> file.getFileName().toString())
          .anyMatch(name -> name.endsWith(".pem") && !name.endsWith(".next.pem"));
    }
  }

  private List<Path> completePair() throws IOException, GeneralSecurityException {
    if (Files.exists(encryption())) {
      if (Files.notExists(decryption())) {
        throw new CannotRun(
            "%s is there without its other half %s: bring that back, or remove it to have a new pair"
                .formatted(encryption(), decryption()));
      }
      return List.of();
    }
    if (Files.exists(decryption())) {
      PublicKey other = KeyFiles.publicHalf(Files.readString(decryption()));
      KeyFiles.store(encryption(), KeyFiles.pem(other));
      return List.of(encryption());
    }
    KeyPair pair = KeyFiles.pair();
    KeyFiles.store(decryption(), KeyFiles.pem(pair.getPrivate()));
    KeyFiles.store(encryption(), KeyFiles.pem(pair.getPublic()));
    return List.of(decryption(), encryption());
  }
}
