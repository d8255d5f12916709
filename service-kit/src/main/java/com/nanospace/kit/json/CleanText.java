package com.nanospace.kit.json;

/** Text that every part of the suite can store and show: no NUL, no lone surrogate. */
public final class CleanText {

  public static final String MESSAGE = "must not contain NUL or lone surrogates";

  private CleanText() {}

  public static boolean isClean(String text) {
    return text.indexOf('\0') < 0
        && text.codePoints()
            .noneMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE);
  }
}
