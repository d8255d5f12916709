package com.nanospace.identity.otp.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.identity.otp.OtpConfig;
import com.nanospace.kit.production.RsaKeyLength;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which keys codes may be encrypted with; that they can be read is for the other tests. */
class CodeCipherTest {

  @TempDir Path folder;

  @Test
  void needsALongerKeyInProduction() throws Exception {
    OtpConfig config = configWithAKeyOf(2048);

    assertThatCode(() -> new CodeCipher(config, RsaKeyLength.ELSEWHERE, new ObjectMapper()))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> new CodeCipher(config, RsaKeyLength.PRODUCTION, new ObjectMapper()))
        .hasMessage("nanospace.otp.encryption-key must be RSA of at least 3072 bits");
  }

  private OtpConfig configWithAKeyOf(int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    Path file = folder.resolve("otp.pem");
    Files.writeString(
        file,
        "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
            .formatted(
                Base64.getMimeEncoder()
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded())));
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(
            new PropertiesConfigSource(
                Map.of(
                    "nanospace.otp.hash-secret",
                    "for this test",
                    "nanospace.otp.encryption-key",
                    file.toString()),
                "test",
                100))
        .withMapping(OtpConfig.class)
        .build()
        .getConfigMapping(OtpConfig.class);
  }
}
