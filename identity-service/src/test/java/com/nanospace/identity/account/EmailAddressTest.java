package com.nanospace.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asha@example.com",
        "Asha.Rao+spaces@Mail.Example.co.in",
        "a@b.cd",
        "o'brien!#$%&*/=?^_`{|}~-@example.com",
        "asha@xn--bcher-kva.example",
        "asha@1.2.3.in"
      })
  void accepts(String text) {
    assertThat(EmailAddress.parse(text)).map(EmailAddress::typed).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "asha",
        "asha@",
        "@example.com",
        "asha@example",
        "asha@@example.com",
        "asha @example.com",
        ".asha@example.com",
        "asha.@example.com",
        "as..ha@example.com",
        "asha@-example.com",
        "asha@example-.com",
        "asha@.example.com",
        "asha@example.com.",
        "asha@127.0.0.1",
        "\"asha rao\"@example.com",
        "asha@exa_mple.com",
        "asha@bücher.example",
        "ash\u212A@example.com",
        "asha@example.com,all@example.com",
        "<asha@example.com>"
      })
  void refuses(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" asha@example.com", "asha@example.com\n", "\tasha@example.com "})
  void dropsTheSpaceAround(String text) {
    assertThat(EmailAddress.parse(text)).contains(new EmailAddress("asha@example.com"));
  }

  @Property
  void neverFailsAndKeepsWhatItAccepts(@ForAll @StringLength(max = 300) String text) {
    EmailAddress.parse(text)
        .ifPresent(address -> assertThat(address.typed()).isEqualTo(text.strip()));
  }

  @Property
  void comparesWithoutCase(@ForAll("locals") String local) {
    String address = local + "@Example.com";

    assertThat(EmailAddress.parse(address.toUpperCase(Locale.ROOT)).map(EmailAddress::key))
        .isEqualTo(EmailAddress.parse(address.toLowerCase(Locale.ROOT)).map(EmailAddress::key))
        .isPresent();
  }

  @Provide
  Arbitrary<String> locals() {
    return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(64);
  }
}
