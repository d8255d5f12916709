package com.nanospace.notification.message;

import java.util.regex.Pattern;

/**
 * Text for places that hold one line: subjects, greetings, short messages. Line breaks and control
 * characters become spaces, so that nobody writes a header of their own; marks that turn the
 * reading direction go, so that nobody disguises what stands there.
 */
public final class OneLine {

  private static final Pattern DIRECTION = Pattern.compile("[\u202a-\u202e\u2066-\u2069]");
  private static final Pattern BLANK = Pattern.compile("[\\p{Cc}\\p{Z}]+");

  private OneLine() {}

  public static String of(String text) {
    return BLANK.matcher(DIRECTION.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }

  /** At most {@code max} UTF-16 units, never half a character. */
  public static String of(String text, int max) {
    String line = of(text);
    if (line.length() <= max) {
      return line;
    }
    int end = max - 1;
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end).stripTrailing() + "…";
  }
}
