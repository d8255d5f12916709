package com.nanospace.notification.otp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.kit.production.RsaKeyLength;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Opens one-time codes. The key is read once, at start, so that a missing one is known at once. */
@Startup
@ApplicationScoped
public class CodeVault {

  private static final String KEY = "nanospace.otp.decryption-key";

  private final RSAPrivateKey key;
  private final ObjectMapper json;

  @Inject
  CodeVault(OtpConfig config, ObjectMapper json) {
    this(config, RsaKeyLength.required(), json);
  }

  CodeVault(OtpConfig config, RsaKeyLength length, ObjectMapper json) {
    this.key = read(config.decryptionKey());
    length.require(KEY, key);
    this.json = json;
  }

  /**
   * The code in clear.
   *
   * @throws UnopenableCode when it was not encrypted for this service, or for another otp_id
   */
  public String open(SealedCode sealed) {
    Content content = parse(decrypt(sealed.jwe()));
    if (!sealed.otpId().equals(content.otpId())) {
      throw new UnopenableCode("The code belongs to another otp_id");
    }
    if (content.code() == null || content.code().isBlank()) {
      throw new UnopenableCode("The encrypted text holds no code");
    }
    return content.code();
  }

  private record Content(@Nullable String code, @Nullable UUID otpId) {}

  private String decrypt(String jwe) {
    try {
      JsonWebEncryption encryption = new JsonWebEncryption();
      encryption.setAlgorithmConstraints(
          new AlgorithmConstraints(
              ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.RSA_OAEP_256));
      encryption.setContentEncryptionAlgorithmConstraints(
          new AlgorithmConstraints(
              ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM));
      encryption.setKey(key);
      encryption.setCompactSerialization(jwe);
      return encryption.getPlaintextString();
    } catch (JoseException e) {
      throw new UnopenableCode("The code can't be decrypted: " + e.getClass().getSimpleName());
    }
  }

  /** Without the parser's message, which would quote what it read. */
  private Content parse(String plaintext) {
    try {
      return json.readValue(plaintext, Content.class);
    } catch (JsonProcessingException e) {
      throw new UnopenableCode("The decrypted text is not the expected JSON");
    }
  }

  private static RSAPrivateKey read(Path file) {
    try {
      String base64 =
          Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      return (RSAPrivateKey)
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "%s: %s is no PEM file with an RSA private key (PKCS#8)".formatted(KEY, file), e);
    }
  }
}
