package com.nanospace.identity.password;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;

/** Hashes passwords and compares them. Slow by intent: never inside a transaction of a request. */
@ApplicationScoped
public class Passwords {

  public static final int MIN_LENGTH = 8;
  public static final int MAX_LENGTH = 128;

  private static final int SALT_BYTES = 16;

  private final PasswordConfig config;
  private final HashingTurns turns;
  private final SecureRandom random = new SecureRandom();

  /** Compared with when there is no account, so that the reply takes as long as with one. */
  private final Argon2Hash nobodys;

  Passwords(PasswordConfig config, HashingTurns turns) {
    this.config = config;
    this.turns = turns;
    this.nobodys = Argon2Hash.of("of nobody", salt(), config);
  }

  /** The PHC string to store. */
  public String hash(String password) {
    return turns.take(() -> Argon2Hash.of(password, salt(), config).text());
  }

  /** Whether the password is the one of {@code stored}; the same work when there is none. */
  public boolean matches(String password, Optional<String> stored) {
    Argon2Hash hash = stored.map(Argon2Hash::parse).orElse(nobodys);
    return turns.take(() -> hash.matches(password)) && stored.isPresent();
  }

  /** Whether {@code stored} was made when hashing was cheaper than it is configured to be. */
  public boolean isOutdated(String stored) {
    return Argon2Hash.parse(stored).isCheaperThan(config);
  }

  private byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }
}
