package com.nanospace.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Optional;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An address has one spelling by which it is compared, and nothing that a mail header could end.
 */
class EmailAddressFuzz {

  @ValueSource(
      strings = {
        " Asha.Rao+x@Example.co.in ",
        "o'brien@xn--bcher-kva.example",
        "\"a b\"@x.y",
        "a@b\r\nBcc: c@d.e",
        "a..b@-c.d, .@[127.0.0.1]",
        "ı@x.K",
      })
  @FuzzTest
  void hasOneKey(@NotNull String text) {
    Optional<EmailAddress> address = EmailAddress.parse(text);
    address.ifPresent(
        parsed -> {
          assertThat(parsed.typed()).isEqualTo(text.strip()).matches("[!-~]{3,254}");
          assertThat(parsed.typed().chars().filter(c -> c == '@')).hasSize(1);
          assertThat(parsed.typed()).doesNotContain(",", ";", "<", ">", "\"", "(", "\\");
          assertThat(parsed.key()).isEqualToIgnoringCase(parsed.typed());
          assertThat(EmailAddress.parse(parsed.key()).orElseThrow().key()).isEqualTo(parsed.key());
        });
    if (text.contains("@")) {
      assertThat(Identifier.parse(text)).isEqualTo(address.map(Identifier::of));
    }
  }
}
