package com.nanospace.booking.enquiry.api;

import org.jspecify.annotations.Nullable;

/** Who an anonymous client is, as far as that can be told. */
final class ClientAddress {

  private static final int MAX_LENGTH = 64;

  private ClientAddress() {}

  /**
   * Whose idempotency keys they are.
   *
   * @param forwardedFor the header as the gateway sets it, the client's address first
   */
  static String keyOwner(@Nullable String forwardedFor) {
    String first = forwardedFor == null ? "" : forwardedFor.split(",", 2)[0].strip();
    return "anonymous:" + first.substring(0, Math.min(first.length(), MAX_LENGTH));
  }
}
