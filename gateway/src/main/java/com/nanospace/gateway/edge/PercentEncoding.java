package com.nanospace.gateway.edge;

import java.util.HexFormat;

/** Percent-encoded octets (RFC 3986 §2.1). */
final class PercentEncoding {

  static final int LENGTH = 3;

  private PercentEncoding() {}

  /**
   * @param at where the percent sign is
   * @return the octet, 0–255
   * @throws Refusal when no two hexadecimal digits follow
   */
  static int octetAt(String text, int at) {
    if (at + LENGTH > text.length()
        || !HexFormat.isHexDigit(text.charAt(at + 1))
        || !HexFormat.isHexDigit(text.charAt(at + 2))) {
      throw Refusal.malformed("The request target has a broken percent-encoding.");
    }
    return HexFormat.fromHexDigits(text, at + 1, at + LENGTH);
  }
}
