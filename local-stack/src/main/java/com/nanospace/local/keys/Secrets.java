package com.nanospace.local.keys;

import com.nanospace.local.CannotRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * Keys and secrets of this machine, each in a file that only its owner reads. What exists is kept,
 * what is missing is made.
 */
public final class Secrets {
  private static final String SIGNING_KEY = "local-1.pem";
  private static final int SECRET_BYTES = 32;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  public Secrets(Path folder) {
    this.folder = folder;
  }

  /** Makes what is missing. */
  public void complete() {
    try {
      Files.createDirectories(tokenKeys());
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      if (Files.notExists(tokenKeys().resolve(SIGNING_KEY))) {
        store(
            tokenKeys().resolve(SIGNING_KEY),
            pem("PRIVATE KEY", rsa(2048).getPrivate().getEncoded()));
      }
      if (Files.notExists(otpPrivateKey()) || Files.notExists(otpPublicKey())) {
        Files.deleteIfExists(otpPrivateKey());
        Files.deleteIfExists(otpPublicKey());
        KeyPair pair = rsa(2048);
        store(otpPrivateKey(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        store(otpPublicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
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
  public String secret(String name) {
    Path file = folder.resolve(name + ".secret");
    try {
      if (Files.notExists(file)) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        store(file, HexFormat.of().formatHex(bytes));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CannotRun("The secret " + file + " can't be kept: " + e.getMessage(), e);
    }
  }

  private static KeyPair rsa(int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private static String pem(String label, byte[] der) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static void store(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Path made = file.resolveSibling(file.getFileName() + ".made");
    Files.deleteIfExists(made);
    try (var channel =
        Files.newByteChannel(
            made,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(java.nio.ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII)));
    }
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Files.move(made, file);
  }
}
