package com.nanospace.notification.otp;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where one-time codes are opened. */
@ConfigMapping(prefix = "nanospace.otp")
public interface OtpConfig {

  /**
   * PEM file with the RSA private key (PKCS#8) whose public half identity-service encrypts for; of
   * 3072 bits or more in the prod profile.
   */
  Path decryptionKey();
}
