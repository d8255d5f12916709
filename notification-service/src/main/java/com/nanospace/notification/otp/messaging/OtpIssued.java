package com.nanospace.notification.otp.messaging;

import com.nanospace.notification.otp.SealedCode;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What this service reads of {@code com.nanospace.otp.issued.v1}. */
record OtpIssued(
    UUID otpId,
    String channel,
    String recipient,
    String purpose,
    String codeJwe,
    Instant expiresAt) {

  OtpIssued {
    Objects.requireNonNull(otpId, "otp_id");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(codeJwe, "code_jwe");
    Objects.requireNonNull(expiresAt, "expires_at");
  }

  SealedCode sealedCode() {
    return new SealedCode(otpId, codeJwe, expiresAt);
  }
}
