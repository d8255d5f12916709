package com.nanospace.local.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/** Makes keys and secrets, and files that only their owner reads. */
final class KeyFiles {
  private static final int RSA_BITS = 3072;
  private static final int SECRET_BYTES = 32;

  private KeyFiles() {}

  static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(RSA_BITS);
    return generator.generateKeyPair();
  }

  static String pem(PrivateKey key) {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  static String pem(PublicKey key) {
    return pem("PUBLIC KEY", key.getEncoded());
  }

  /** The public key that belongs to a private one. */
  static PublicKey publicHalf(String privatePem) throws GeneralSecurityException {
    byte[] der = Base64.getMimeDecoder().decode(privatePem.replaceAll("-----[^-]+-----", ""));
    KeyFactory keys = KeyFactory.getInstance("RSA");
    if (keys.generatePrivate(new PKCS8EncodedKeySpec(der)) instanceof RSAPrivateCrtKey key) {
      return keys.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }
    throw new InvalidKeyException("a key without its public exponent has no public half");
  }

  /** 64 random hexadecimal characters. */
  static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Writes a new file, whole or not at all. */
  static void store(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Path made = file.resolveSibling(file.getFileName() + ".made");
    Files.deleteIfExists(made);
    try (var channel =
        Files.newByteChannel(
            made,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII)));
    }
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Files.move(made, file);
  }

  private static String pem(String label, byte[] der) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
