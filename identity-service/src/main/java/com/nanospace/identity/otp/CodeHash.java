package com.nanospace.identity.otp;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes at rest: HMAC-SHA256 with a secret that is not in the database, for a plain hash of six
 * digits is no secret. The code's id is part of it, so equal codes look different.
 */
@Startup
@ApplicationScoped
class CodeHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_SECRET_LENGTH = 32;

  private final SecretKeySpec key;

  CodeHash(OtpConfig config) {
    if (config.hashSecret().length() < MIN_SECRET_LENGTH) {
      throw new IllegalStateException(
          "nanospace.otp.hash-secret needs at least %d characters".formatted(MIN_SECRET_LENGTH));
    }
    this.key = new SecretKeySpec(config.hashSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  byte[] of(UUID id, String code) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((id + ":" + code).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
