package com.nanospace.identity.otp.api;

import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A code is on its way, if somebody has the identifier.
 *
 * @param expiresIn seconds until it is void
 */
@Schema(name = "CodeSent")
record SentReply(String message, long expiresIn) {

  static SentReply of(Duration lifetime) {
    return new SentReply("If there is such an account, a code is on its way", lifetime.toSeconds());
  }
}
