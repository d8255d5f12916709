package com.nanospace.identity.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What hashing a password costs, and how much of that happens at once. */
@ConfigMapping(prefix = "nanospace.passwords")
public interface PasswordConfig {

  /** Argon2id's memory in KiB; 19 MiB by the OWASP Password Storage Cheat Sheet. */
  @WithDefault("19456")
  int memoryKib();

  /** Argon2id's passes. */
  @WithDefault("2")
  int iterations();

  /** Argon2id's lanes. */
  @WithDefault("1")
  int parallelism();

  /**
   * Whether new passwords are refused that attackers try first: those of a list, the name of the
   * product, the own e-mail address.
   */
  @WithDefault("true")
  boolean refuseCommon();

  /** How many passwords are hashed at once: each takes {@link #memoryKib()} of heap. */
  @WithDefault("2")
  int concurrent();

  /** How many more may wait for their turn before the next one is refused. */
  @WithDefault("60")
  int waiting();

  /** How long one waits for its turn. */
  @WithDefault("8s")
  Duration patience();
}
