package com.nanospace.property.image.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a content somebody asks for (RFC 9110 §14.1.2).
 *
 * @param total how long the whole content is
 */
record ByteRange(Kind kind, long offset, long length, long total) {

  // At most 18 digits fit into a long; a longer position lies behind any content.
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** What the header comes to. */
  enum Kind {
    WHOLE,
    PART,
    UNSATISFIABLE
  }

  static ByteRange whole(long total) {
    return new ByteRange(Kind.WHOLE, 0, total, total);
  }

  /** Reads a Range header; one that is malformed or asks for several ranges is ignored. */
  static ByteRange of(@Nullable String header, long total) {
    Matcher single = SINGLE.matcher(header == null ? "" : header.strip());
    if (!single.matches() || (single.group(1).isEmpty() && single.group(2).isEmpty())) {
      return whole(total);
    }
    return single.group(1).isEmpty()
        ? suffix(Long.parseLong(single.group(2)), total)
        : from(Long.parseLong(single.group(1)), single.group(2), total);
  }

  private static ByteRange suffix(long length, long total) {
    return length == 0 ? unsatisfiable(total) : part(Math.max(0, total - length), total - 1, total);
  }

  private static ByteRange from(long first, String lastText, long total) {
    long last = lastText.isEmpty() ? total - 1 : Math.min(Long.parseLong(lastText), total - 1);
    if (!lastText.isEmpty() && Long.parseLong(lastText) < first) {
      return whole(total);
    }
    return first >= total ? unsatisfiable(total) : part(first, last, total);
  }

  private static ByteRange part(long first, long last, long total) {
    return new ByteRange(Kind.PART, first, last - first + 1, total);
  }

  private static ByteRange unsatisfiable(long total) {
    return new ByteRange(Kind.UNSATISFIABLE, 0, 0, total);
  }

  String contentRange() {
    return kind == Kind.UNSATISFIABLE
        ? "bytes */" + total
        : "bytes %d-%d/%d".formatted(offset, offset + length - 1, total);
  }
}
