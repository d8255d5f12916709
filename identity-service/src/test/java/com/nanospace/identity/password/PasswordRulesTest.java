package com.nanospace.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nanospace.kit.FieldError;
import com.nanospace.kit.Refusal;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private static final String EMAIL = "Asha.Rao@example.com";

  /** As in production, where nothing is configured. */
  private final PasswordRules rules = rules(Map.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1",
        "PassWord1",
        "qwertyuiop",
        "12345678",
        "iloveyou1",
        "nanospace",
        "NanoSpace2026",
        "Nano Space!",
        "asha.rao@example.com",
        "ASHA.RAO"
      })
  void refusesWhatAttackersTryFirst(String password) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> rules.require("new_password", password, EMAIL));

    assertThat(refusal.code().code()).isEqualTo("request.invalid");
    assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("new_password");
    assertThat(refusal.getMessage()).doesNotContain(password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "aaaa1111zzzz",
        "पासवर्ड-है-यह",
        "nanospaceship",
        "rao.asha"
      })
  void acceptsAnythingElseWhateverItIsComposedOf(String password) {
    assertThatCode(() -> rules.require("password", password, EMAIL)).doesNotThrowAnyException();
  }

  @Test
  void knowsThreeThousandPasswordsThatCouldBeChosen() {
    assertThat(CommonPasswords.load())
        .hasSizeGreaterThan(3000)
        .allMatch(word -> word.length() >= 8);
  }

  @Test
  void refusesNothingWhenSwitchedOff() {
    PasswordRules off = rules(Map.of("nanospace.passwords.refuse-common", "false"));

    assertThatCode(() -> off.require("password", "password1", EMAIL)).doesNotThrowAnyException();
  }

  private static PasswordRules rules(Map<String, String> values) {
    return new PasswordRules(
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withSources(new PropertiesConfigSource(values, "test", 100))
            .withMapping(PasswordConfig.class)
            .build()
            .getConfigMapping(PasswordConfig.class));
  }
}
