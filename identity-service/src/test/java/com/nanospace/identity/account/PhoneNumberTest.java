package com.nanospace.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "9812345670, +919812345670",
    "09812345670, +919812345670",
    "+91 98123 45670, +919812345670",
    "+91-98123-45670, +919812345670",
    "0091 9812345670, +919812345670",
    "+44 20 7946 0958, +442079460958",
    "+1 (415) 555-2671, +14155552671",
    "022 2771 1234, +912227711234"
  })
  void writesE164(String typed, String e164) {
    assertThat(PhoneNumber.parse(typed)).contains(new PhoneNumber(e164));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "+",
        "call me",
        "1800FLOWERS",
        "+999123",
        "+1234567890123456",
        "98123456709812345670",
        "9812345670 ext. 5",
        "९८१२३४५६७०",
        "000423765859",
        "+91+9812345670"
      })
  void refuses(String typed) {
    assertThat(PhoneNumber.parse(typed)).isEmpty();
  }

  @Property
  void neverFails(@ForAll @StringLength(max = 60) String text) {
    PhoneNumber.parse(text).ifPresent(number -> assertThat(number.e164()).startsWith("+"));
  }

  @Property
  void readsWhatItWrites(
      @ForAll @LongRange(min = 6_000_000_000L, max = 9_999_999_999L) long number) {
    PhoneNumber written = PhoneNumber.parse(String.valueOf(number)).orElseThrow();

    assertThat(PhoneNumber.parse(written.e164())).contains(written);
  }

  @Test
  void knowsTheCountryPrefix() {
    assertThat(new PhoneNumber("+919812345670").countryPrefix()).isEqualTo("+91");
    assertThat(new PhoneNumber("+14155552671").countryPrefix()).isEqualTo("+1");
    assertThat(new PhoneNumber("+3531234567").countryPrefix()).isEqualTo("+353");
  }
}
