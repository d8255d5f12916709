package com.nanospace.property.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTypeTest {

  @ParameterizedTest
  @CsvSource({
    "coworking, COWORKING",
    "Coworking Space, COWORKING",
    "CO-WORKING, COWORKING",
    "coworking_spaces, COWORKING",
    "Coliving, COLIVING",
    "co living space, COLIVING",
    "virtual-office, VIRTUAL_OFFICE",
    "virtualoffice, VIRTUAL_OFFICE",
    "Virtual Offices, VIRTUAL_OFFICE",
    "private office space, PRIVATE_OFFICE",
    "' meeting   rooms ', MEETING_ROOM",
    "EventSpace, EVENT_SPACE",
    "event-spaces, EVENT_SPACE",
    "event, EVENT_SPACE"
  })
  void usualSpellingsAreUnderstood(String spelling, ListingType type) {
    assertThat(ListingType.spelled(spelling)).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"castle", "", "s", "space", "office", "meeting", "spacespace"})
  void otherWordsAreNot(String word) {
    assertThat(ListingType.spelled(word)).isEmpty();
  }

  @Property
  void caseBlanksAndHyphensNeverCount(@ForAll ListingType type, @ForAll boolean upper) {
    String spelling = type.wireName().replace('_', upper ? '-' : ' ');

    assertThat(ListingType.spelled(upper ? spelling.toUpperCase(Locale.ROOT) : spelling))
        .contains(type);
  }

  @Property
  void anyTextIsAnswered(@ForAll @StringLength(max = 100) String text) {
    assertThat(ListingType.spelled(text)).isNotNull();
  }
}
