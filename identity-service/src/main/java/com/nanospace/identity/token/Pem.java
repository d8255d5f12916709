package com.nanospace.identity.token;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** RSA keys in the textual encoding of RFC 7468. */
public final class Pem {

  private Pem() {}

  /** Reads {@code BEGIN PRIVATE KEY} (PKCS#8). */
  static PrivateKey privateKey(String pem) throws InvalidKeySpecException {
    return rsa().generatePrivate(new PKCS8EncodedKeySpec(content(pem, "PRIVATE KEY")));
  }

  /** Reads {@code BEGIN PUBLIC KEY} (SPKI). */
  public static RSAPublicKey publicKey(String pem) throws InvalidKeySpecException {
    return (RSAPublicKey) rsa().generatePublic(new X509EncodedKeySpec(content(pem, "PUBLIC KEY")));
  }

  private static byte[] content(String pem, String label) throws InvalidKeySpecException {
    String begin = "-----BEGIN %s-----".formatted(label);
    String end = "-----END %s-----".formatted(label);
    int from = pem.indexOf(begin);
    int to = pem.indexOf(end);
    if (from < 0 || to < from) {
      throw new InvalidKeySpecException("no %s in PEM".formatted(label));
    }
    try {
      return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to).strip());
    } catch (IllegalArgumentException e) {
      throw new InvalidKeySpecException("no base64 in PEM", e);
    }
  }

  private static KeyFactory rsa() {
    try {
      return KeyFactory.getInstance("RSA");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    }
  }
}
