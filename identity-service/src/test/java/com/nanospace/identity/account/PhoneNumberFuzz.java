package com.nanospace.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Optional;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone is one number, however it is typed. */
class PhoneNumberFuzz {

  @ValueSource(
      strings = {
        "9812345670",
        "+91-98123 (45670)",
        "0091 9812345670",
        "+1 (415) 555-2671",
        "+44.20/7946.0958",
        "(+999123",
        "९८१२३४५६७०",
        "000423765859",
      })
  @FuzzTest
  void isOneNumber(@NotNull String typed) {
    Optional<PhoneNumber> phone = PhoneNumber.parse(typed);
    phone.ifPresent(
        number -> {
          assertThat(number.e164()).matches("\\+[1-9][0-9]{7,14}");
          assertThat(PhoneNumber.parse(number.e164())).contains(number);
          assertThat(number.e164()).startsWith(number.countryPrefix());
          assertThat(number.countryPrefix()).matches("\\+[1-9][0-9]{0,2}");
          assertThat(PhoneNumber.parse(" " + typed.replace('-', ' ') + "\t")).contains(number);
        });
    if (!typed.contains("@")) {
      assertThat(Identifier.parse(typed)).isEqualTo(phone.map(Identifier::of));
    }
  }
}
