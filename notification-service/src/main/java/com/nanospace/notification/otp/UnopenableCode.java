package com.nanospace.notification.otp;

/**
 * A code that is not for this service, or not what it claims to be. Tells nothing of its content.
 */
public final class UnopenableCode extends RuntimeException {

  UnopenableCode(String message) {
    super(message);
  }
}
