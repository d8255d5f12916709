package com.nanospace.notification.otp;

import java.time.Instant;
import java.util.UUID;

/**
 * A one-time code as it travels and rests: encrypted for this service.
 *
 * @param jwe compact serialization, RSA-OAEP-256 and A256GCM, of {@code {"code", "otp_id"}}
 */
public record SealedCode(UUID otpId, String jwe, Instant expiresAt) {

  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
