package com.nanospace.identity.otp;

import java.time.Instant;
import java.util.UUID;

/**
 * A code on its way to somebody.
 *
 * @param recipient an e-mail address as its owner typed it, or a phone in E.164
 * @param code in the clear: to be encrypted before it is stored anywhere
 */
public record IssuedCode(
    UUID id,
    Channel channel,
    String recipient,
    Purpose purpose,
    String code,
    Instant issuedAt,
    Instant expiresAt) {

  /** Never shows the code. */
  @Override
  public String toString() {
    return "IssuedCode[id=%s]".formatted(id);
  }
}
