package com.nanospace.identity.token;

import com.nanospace.kit.production.RsaKeyLength;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;

/**
 * One key pair.
 *
 * @param kid names it in the header of a token and in the key set
 * @param isNext whether it is only announced yet
 */
record SigningKey(String kid, boolean isNext, PrivateKey privateKey, RSAPublicKey publicKey) {

  private static final String NEXT = ".next";

  /** Reads {@code <kid>.pem} or {@code <kid>.next.pem}; renaming one to the other keeps the kid. */
  static SigningKey read(Path file, RsaKeyLength length) {
    String name = file.getFileName().toString().replaceFirst("\\.pem$", "");
    boolean isNext = name.endsWith(NEXT);
    String kid = isNext ? name.substring(0, name.length() - NEXT.length()) : name;
    try {
      return of(
          kid, isNext, Pem.privateKey(Files.readString(file, StandardCharsets.US_ASCII)), length);
    } catch (IOException e) {
      throw new UncheckedIOException("The signing key %s can't be read".formatted(kid), e);
    } catch (InvalidKeySpecException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "The signing key %s is no RSA private key, PKCS#8 in PEM".formatted(kid), e);
    }
  }

  static SigningKey of(String kid, boolean isNext, PrivateKey key, RsaKeyLength length) {
    if (!(key instanceof RSAPrivateCrtKey rsa)) {
      throw new IllegalStateException("The signing key %s lacks its public half".formatted(kid));
    }
    length.require("The signing key " + kid, rsa);
    try {
      RSAPublicKey publicKey =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
      return new SigningKey(kid, isNext, key, publicKey);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A private key has a public one", e);
    }
  }

  RsaJsonWebKey toPublicJwk() {
    RsaJsonWebKey jwk = new RsaJsonWebKey(publicKey);
    jwk.setKeyId(kid);
    jwk.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    jwk.setUse("sig");
    return jwk;
  }
}
