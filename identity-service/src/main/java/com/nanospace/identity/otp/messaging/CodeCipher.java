package com.nanospace.identity.otp.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.identity.otp.OtpConfig;
import com.nanospace.identity.token.Pem;
import com.nanospace.kit.production.RsaKeyLength;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.UUID;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * Encrypts codes for notification-service alone, so that topics and tables hold none in the clear.
 */
@Startup
@ApplicationScoped
class CodeCipher {

  private record Content(String code, UUID otpId) {}

  private static final String KEY = "nanospace.otp.encryption-key";

  private final RSAPublicKey key;
  private final ObjectMapper json;

  @Inject
  CodeCipher(OtpConfig config, ObjectMapper json) {
    this(config, RsaKeyLength.required(), json);
  }

  CodeCipher(OtpConfig config, RsaKeyLength length, ObjectMapper json) {
    this.json = json;
    try {
      key = Pem.publicKey(Files.readString(config.encryptionKey(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(KEY + " can't be read", e);
    } catch (InvalidKeySpecException e) {
      throw new IllegalStateException(KEY + " is no RSA public key, SPKI in PEM", e);
    }
    length.require(KEY, key);
  }

  /**
   * A compact JWE (RFC 7516) of {@code {"code":…,"otp_id":…}}: the id binds the code to its event,
   * so that nobody can move it to another one.
   */
  String encrypt(UUID otpId, String code) {
    JsonWebEncryption jwe = new JsonWebEncryption();
    jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.RSA_OAEP_256);
    jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
    jwe.setKey(key);
    try {
      jwe.setPayload(json.writeValueAsString(new Content(code, otpId)));
      return jwe.getCompactSerialization();
    } catch (JoseException | JsonProcessingException e) {
      throw new IllegalStateException("The code could not be encrypted", e);
    }
  }
}
