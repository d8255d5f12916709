package com.nanospace.notification.otp;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.production.RsaKeyLength;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which keys codes may be opened with; that they are opened is for OtpEventsTest. */
class CodeVaultTest {

  @TempDir Path folder;

  @Test
  void needsALongerKeyInProduction() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    Path file = folder.resolve("otp.pem");
    Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(key)));

    assertThatCode(() -> new CodeVault(() -> file, RsaKeyLength.ELSEWHERE, new ObjectMapper()))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> new CodeVault(() -> file, RsaKeyLength.PRODUCTION, new ObjectMapper()))
        .hasMessage("nanospace.otp.decryption-key must be RSA of at least 3072 bits");
  }
}
