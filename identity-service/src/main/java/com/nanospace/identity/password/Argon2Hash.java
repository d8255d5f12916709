package com.nanospace.identity.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A hashed password in the PHC string format, which carries its own parameters: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>}.
 *
 * @see <a href="https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md">PHC string
 *     format</a>
 */
final class Argon2Hash {

  private static final int HASH_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final int memoryKib;
  private final int iterations;
  private final int parallelism;
  private final byte[] salt;
  private final byte[] hash;

  private Argon2Hash(int memoryKib, int iterations, int parallelism, byte[] salt, byte[] hash) {
    this.memoryKib = memoryKib;
    this.iterations = iterations;
    this.parallelism = parallelism;
    this.salt = salt;
    this.hash = hash;
  }

  static Argon2Hash of(String password, byte[] salt, PasswordConfig cost) {
    return new Argon2Hash(
        cost.memoryKib(),
        cost.iterations(),
        cost.parallelism(),
        salt,
        derive(password, cost.memoryKib(), cost.iterations(), cost.parallelism(), salt));
  }

  static Argon2Hash parse(String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalArgumentException("A stored password hash is no Argon2id PHC string");
    }
    return new Argon2Hash(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        Base64.getDecoder().decode(parts.group(4)),
        Base64.getDecoder().decode(parts.group(5)));
  }

  /** Whether it costs a guesser less than hashes made now. */
  boolean isCheaperThan(PasswordConfig cost) {
    return memoryKib < cost.memoryKib() || iterations < cost.iterations();
  }

  boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password, memoryKib, iterations, parallelism, salt));
  }

  /** The PHC string. */
  String text() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            memoryKib,
            iterations,
            parallelism,
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  /** Hashes the NFC form (NIST SP 800-63B-4 §3.1.1.2), for keyboards differ in what they send. */
  private static byte[] derive(
      String password, int memoryKib, int iterations, int parallelism, byte[] salt) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(iterations)
            .withParallelism(parallelism)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[HASH_BYTES];
    String normalised = Normalizer.normalize(password, Normalizer.Form.NFC);
    argon2.generateBytes(normalised.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
