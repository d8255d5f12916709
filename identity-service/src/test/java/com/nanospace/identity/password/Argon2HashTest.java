package com.nanospace.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2HashTest {

  private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final PasswordConfig config =
      new SmallRyeConfigBuilder()
          .addDiscoveredConverters()
          .withMapping(PasswordConfig.class)
          .build()
          .getConfigMapping(PasswordConfig.class);

  @Test
  void writesAPhcStringWithTheParametersOfTheContract() {
    assertThat(Argon2Hash.of("password", SALT, config).text())
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$")
        .hasSizeLessThanOrEqualTo(255);
  }

  /**
   * Made by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -m
   * 16}.
   */
  @Test
  void agreesWithTheReferenceImplementation() {
    Argon2Hash reference =
        Argon2Hash.parse(
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

    assertThat(reference.matches("password")).isTrue();
    assertThat(reference.matches("passwore")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse", "पासवर्ड", "🔑🔑🔑🔑", " spaces count "})
  void matchesThePasswordAndNoOther(String password) {
    Argon2Hash hash = Argon2Hash.parse(Argon2Hash.of(password, SALT, config).text());

    assertThat(hash.matches(password)).isTrue();
    assertThat(hash.matches(password + " ")).isFalse();
    assertThat(hash.matches("")).isFalse();
  }

  @Test
  void takesOneCharacterInTwoSpellingsForTheSame() {
    assertThat(Argon2Hash.of("caf\u00e9-paris", SALT, config).matches("cafe\u0301-paris")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "password", "$argon2i$v=19$m=65536,t=2,p=1$c29t$CTFh", "$2a$10$abc"})
  void refusesWhatIsNoArgon2id(String stored) {
    assertThatThrownBy(() -> Argon2Hash.parse(stored)).isInstanceOf(IllegalArgumentException.class);
  }
}
