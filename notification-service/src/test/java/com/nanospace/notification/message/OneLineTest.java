package com.nanospace.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Asha\r\nBcc: all@example.com",
        "Asha\nBcc: all@example.com",
        "Asha\u2028Bcc: all@example.com",
        "Asha\u0085Bcc: all@example.com",
        "Asha\u0000\u0007 Bcc: all@example.com"
      })
  void nobodyStartsASecondLine(String hostile) {
    assertThat(OneLine.of(hostile)).isEqualTo("Asha Bcc: all@example.com");
  }

  @Test
  void nobodyTurnsTheReadingDirection() {
    assertThat(OneLine.of("gpj.\u202etxt\u202c")).isEqualTo("gpj.txt");
  }

  @Test
  void keepsNamesOfAnyScript() {
    assertThat(OneLine.of("  क्ष\u200d आशा  राव 王小明 👩\u200d💻 "))
        .isEqualTo("क्ष\u200d आशा राव 王小明 👩\u200d💻");
  }

  @Property
  void neverExceedsItsLengthNorCutsACharacterInHalf(
      @ForAll String text, @ForAll @IntRange(min = 2, max = 50) int max) {
    String line = OneLine.of(text, max);

    assertThat(line.length()).isLessThanOrEqualTo(max);
    if (line.length() > 1 && line.endsWith("…")) {
      assertThat(Character.isHighSurrogate(line.charAt(line.length() - 2))).isFalse();
    }
  }
}
