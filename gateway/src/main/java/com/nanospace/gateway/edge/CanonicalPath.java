package com.nanospace.gateway.edge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Accepts paths that can be read in one way only. What servers are known to read differently is
 * refused and never repaired: empty and dot segments, encodings of characters that need none (so of
 * dots and letters), of slashes, backslashes, semicolons, percent signs and control characters, and
 * path parameters.
 */
final class CanonicalPath {

  private static final String UNRESERVED = "-._~";
  private static final String UNENCODED = UNRESERVED + "!$&'()*+,=:@";
  private static final String AMBIGUOUS_WHEN_DECODED = "/\\;%";

  private CanonicalPath() {}

  /**
   * @return the path without its trailing slash
   * @throws Refusal when it isn't canonical
   */
  static String of(String raw) {
    if (!raw.startsWith("/")) {
      throw Refusal.malformed("The request target must be an absolute path.");
    }
    if (raw.equals("/")) {
      return raw;
    }
    String path = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
    for (String segment : path.substring(1).split("/", -1)) {
      check(segment);
    }
    return path;
  }

  private static void check(String segment) {
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      throw Refusal.malformed("The path has an empty or a dot segment.");
    }
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '%') {
        int octet = PercentEncoding.octetAt(segment, i);
        checkNeedsEncoding(octet);
        decoded.write(octet);
        i += PercentEncoding.LENGTH - 1;
      } else {
        checkNeedsNoEncoding(c);
        decoded.write(c);
      }
    }
    checkText(decoded.toByteArray());
  }

  private static void checkNeedsEncoding(int octet) {
    if (isAsciiLetterOrDigit(octet)
        || UNRESERVED.indexOf(octet) >= 0
        || AMBIGUOUS_WHEN_DECODED.indexOf(octet) >= 0) {
      throw Refusal.malformed("The path encodes characters that must not be encoded in one.");
    }
  }

  private static void checkNeedsNoEncoding(char c) {
    if (!isAsciiLetterOrDigit(c) && UNENCODED.indexOf(c) < 0) {
      throw Refusal.malformed("The path has characters that are not allowed in one.");
    }
  }

  private static void checkText(byte[] decoded) {
    try {
      if (StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(decoded))
          .chars()
          .anyMatch(Character::isISOControl)) {
        throw Refusal.malformed("The path has control characters.");
      }
    } catch (CharacterCodingException e) {
      throw Refusal.malformed("The path's percent-encoding is not UTF-8.");
    }
  }

  private static boolean isAsciiLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
