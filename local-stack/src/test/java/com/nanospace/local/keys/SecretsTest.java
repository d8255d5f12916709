package com.nanospace.local.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;

  @Test
  void makesASigningKeyThatIdentityCanRead() throws Exception {
    Secrets secrets = new Secrets(folder);
    secrets.complete();

    List<Path> keys;
    try (Stream<Path> files = Files.list(secrets.tokenKeys())) {
      keys = files.toList();
    }

    assertThat(keys).singleElement().asString().endsWith(".pem").doesNotContain(".next.");
    assertThat(privateKey(keys.getFirst()).getModulus().bitLength()).isEqualTo(3072);
  }

  @Test
  void makesAPairForOneTimeCodes() throws Exception {
    Secrets secrets = new Secrets(folder);
    secrets.complete();

    RSAPublicKey publicKey =
        (RSAPublicKey)
            KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(der(secrets.otpPublicKey())));

    assertThat(publicKey.getModulus().bitLength()).isEqualTo(3072);
    assertThat(privateKey(secrets.otpPrivateKey()).getModulus()).isEqualTo(publicKey.getModulus());
  }

  @Test
  void keepsEverythingOverRestarts() throws IOException {
    Secrets first = new Secrets(folder);
    first.complete();
    String before = Files.readString(first.otpPrivateKey()) + first.secret("database-identity");

    Secrets second = new Secrets(folder);
    second.complete();

    assertThat(Files.readString(second.otpPrivateKey()) + second.secret("database-identity"))
        .isEqualTo(before);
  }

  @Test
  void letsOnlyTheOwnerReadThem() throws IOException {
    Secrets secrets = new Secrets(folder);
    secrets.complete();
    secrets.secret("otp-hash");

    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      assertThat(files)
          .hasSizeGreaterThan(3)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void givesEveryNameASecretOfItsOwn() {
    Secrets secrets = new Secrets(folder);

    assertThat(secrets.secret("one")).hasSize(64).isNotEqualTo(secrets.secret("two"));
  }

  private static RSAPrivateCrtKey privateKey(Path file) throws Exception {
    return (RSAPrivateCrtKey)
        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der(file)));
  }

  private static byte[] der(Path file) throws IOException {
    return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[^-]+-----", ""));
  }
}
