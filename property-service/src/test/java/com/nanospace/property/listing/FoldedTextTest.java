package com.nanospace.property.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;

class FoldedTextTest {

  @Test
  void caseAccentsAndBlanksDoNotCount() {
    assertThat(FoldedText.of("  Café \t\u00a0 MÜNCHEN Straße ")).isEqualTo("cafe munchen strasse");
  }

  @Test
  void otherScriptsKeepTheirSigns() {
    assertThat(FoldedText.of("बेंगलुरु")).isEqualTo("बेंगलुरु");
  }

  @Property
  void caseNeverCounts(@ForAll @AlphaChars String text) {
    assertThat(FoldedText.of(text.toUpperCase(Locale.ROOT)))
        .isEqualTo(FoldedText.of(text.toLowerCase(Locale.ROOT)));
  }
}
