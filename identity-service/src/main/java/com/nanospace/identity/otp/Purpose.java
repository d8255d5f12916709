package com.nanospace.identity.otp;

import java.util.Locale;

/** What a code may be used for, and nothing else. */
public enum Purpose {
  /** To show that an e-mail address or a phone is one's own. */
  VERIFY,
  /** To set a new password. */
  RESET;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
