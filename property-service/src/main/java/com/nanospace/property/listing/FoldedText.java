package com.nanospace.property.listing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as search compares it: case, Latin accents, width and runs of blanks don't count.
 *
 * <p>Folding happens here and not in the database, whose {@code lower()} depends on its locale.
 */
public final class FoldedText {

  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
  private static final Pattern BLANKS = Pattern.compile("(?U)\\s+");

  private FoldedText() {}

  public static String of(String text) {
    String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    // Upper case first: some letters only meet there, such as sharp s and ss.
    String caseless = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return BLANKS.matcher(caseless).replaceAll(" ").strip();
  }
}
