package com.nanospace.property.listing;

import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What kind of space is let. */
public enum ListingType {
  COWORKING("coworking"),
  COLIVING("coliving"),
  VIRTUAL_OFFICE("virtual_office"),
  PRIVATE_OFFICE("private_office"),
  MEETING_ROOM("meeting_room"),
  EVENT_SPACE("event_space");

  @EnumeratedValue private final String wireName;

  ListingType(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /**
   * The type behind a spelling as people send it: case, spaces, hyphens, a plural and a trailing
   * "space" don't count, so {@code Coworking Spaces}, {@code virtual-office} and {@code
   * virtualoffice} are understood.
   */
  public static Optional<ListingType> spelled(String text) {
    String word = lettersOf(text);
    String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return Arrays.stream(values())
        .filter(type -> type.isCalled(singular) || type.isCalled(singular + "space"))
        .findFirst()
        .or(
            () ->
                singular.endsWith("space")
                    ? spelled(singular.substring(0, singular.length() - "space".length()))
                    : Optional.empty());
  }

  /** All types, to tell people what there is. */
  public static String wireNames() {
    return Arrays.stream(values()).map(ListingType::wireName).collect(Collectors.joining(", "));
  }

  private boolean isCalled(String word) {
    return lettersOf(wireName).equals(word);
  }

  private static String lettersOf(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]+", "");
  }
}
