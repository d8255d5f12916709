package com.nanospace.identity.otp;

import com.nanospace.identity.account.Identifier;
import java.util.Locale;

/** How a code travels. */
public enum Channel {
  EMAIL,
  SMS;

  static Channel to(Identifier identifier) {
    return switch (identifier.kind()) {
      case EMAIL -> EMAIL;
      case PHONE -> SMS;
    };
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
