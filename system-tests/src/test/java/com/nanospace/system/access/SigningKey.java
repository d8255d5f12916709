package com.nanospace.system.access;

import com.nanospace.system.RunningSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.stream.Stream;

/** The key that the running suite signs access tokens with. */
record SigningKey(String kid, PrivateKey privateKey, RSAPublicKey publicKey) {

  static SigningKey ofTheSuite() throws IOException, GeneralSecurityException {
    try (Stream<Path> keys = Files.list(RunningSuite.data().resolve("keys/tokens"))) {
      Path file = keys.sorted().toList().getLast();
      String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      RSAPrivateCrtKey key =
          (RSAPrivateCrtKey)
              rsa.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
      return new SigningKey(
          file.getFileName().toString().replaceFirst("\\.pem$", ""),
          key,
          (RSAPublicKey)
              rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
    }
  }
}
