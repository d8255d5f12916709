package com.nanospace.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForgedTokensTest {

  private static final RsaJsonWebKey KEY = TestTokens.newKey();
  private static final Instant NOW = Instant.parse("2026-11-22T06:24:00Z");

  private final TokenVerifier verifier =
      new TokenVerifier(TestTokens.RULES, new CheckSettings(), Clock.fixed(NOW, ZoneOffset.UTC));

  static Stream<Map.Entry<String, String>> forgeries() {
    return ForgedTokens.of(KEY.getKeyId(), KEY.getPrivateKey(), KEY.getRsaPublicKey(), NOW)
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void refusesForgeries(Map.Entry<String, String> forgery) {
    assertThat(accepts(forgery.getValue())).as(forgery.getKey()).isFalse();
  }

  @Test
  void acceptsWhatTheyImitate() {
    String genuine = ForgedTokens.genuine(KEY.getKeyId(), KEY.getPrivateKey(), NOW);

    assertThat(accepts(genuine)).isTrue();
  }

  /** As a verifier does: the key is looked up by the id that the token names. */
  private boolean accepts(String token) {
    return verifier
        .parse(token)
        .filter(claimed -> claimed.keyId().equals(KEY.getKeyId()))
        .flatMap(claimed -> verifier.verify(claimed, KEY.getRsaPublicKey()))
        .isPresent();
  }
}
