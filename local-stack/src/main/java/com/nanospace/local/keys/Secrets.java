package com.nanospace.local.keys;

import com.nanospace.local.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;

/**
 * Keys and secrets of this machine, each in a file that only its owner reads. What exists is kept,
 * what is missing is made.
 */
public final class Secrets {
  private static final String SIGNING_KEY = "local-1.pem";

  private final Path folder;

  public Secrets(Path folder) {
    this.folder = folder;
  }

  /** Makes what is missing. */
  public void complete() {
    try {
      Files.createDirectories(tokenKeys());
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      if (Files.notExists(tokenKeys().resolve(SIGNING_KEY))) {
        KeyFiles.store(
            tokenKeys().resolve(SIGNING_KEY), KeyFiles.pem(KeyFiles.pair().getPrivate()));
      }
      if (Files.notExists(otpPrivateKey()) || Files.notExists(otpPublicKey())) {
        Files.deleteIfExists(otpPrivateKey());
        Files.deleteIfExists(otpPublicKey());
        KeyPair pair = KeyFiles.pair();
        KeyFiles.store(otpPrivateKey(), KeyFiles.pem(pair.getPrivate()));
        KeyFiles.store(otpPublicKey(), KeyFiles.pem(pair.getPublic()));
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new CannotRun("Keys can't be made in " + folder + ": " + e.getMessage(), e);
    }
  }

  /** The folder of the keys that sign access tokens. */
  public Path tokenKeys() {
    return folder.resolve("tokens");
  }

  public Path otpPrivateKey() {
    return folder.resolve("otp-private.pem");
  }

  public Path otpPublicKey() {
    return folder.resolve("otp-public.pem");
  }

  /** A random secret of 64 hexadecimal characters that stays the same for its name. */
  public synchronized String secret(String name) {
    Path file = folder.resolve(name + ".secret");
    try {
      if (Files.notExists(file)) {
        KeyFiles.store(file, KeyFiles.secret());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CannotRun("The secret " + file + " can't be kept: " + e.getMessage(), e);
    }
  }
}
