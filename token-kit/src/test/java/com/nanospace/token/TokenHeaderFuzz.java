package com.nanospace.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a token before its signature is checked. */
class TokenHeaderFuzz {

  private static final ObjectMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final TokenVerifier verifier =
      new TokenVerifier(TestTokens.RULES, new CheckSettings(), Clock.systemUTC());

  @ValueSource(
      strings = {
        "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"a\"}",
        "{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"a\",\"kid\":\"b\"}",
        "{\"typ\":\"at+jwt\",\"kid\":7,\"jwk\":{\"kty\":\"RSA\"},\"crit\":[\"b64\"]}",
        "{\"kid\":\"\\u0000\\ud800\"}[]null",
        "eyJ0eXAiOiJhdCtqd3QiLCJraWQiOiJhIn0.e30.AA",
      })
  @FuzzTest
  void namesAKeyInOneWayOnly(@NotNull String text) throws IOException {
    verifier
        .parse(text)
        .ifPresent(token -> assertThat(text).hasSizeLessThanOrEqualTo(4_096).matches("[\\w.-]+"));

    String header = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    Optional<String> key = verifier.parse(header + ".e30.AA").map(ClaimedToken::keyId);

    if (key.isPresent()) {
      JsonNode read = STRICT.readTree(text);
      assertThat(read.path("kid").textValue()).isEqualTo(key.get());
      assertThat(read.path("typ").textValue()).isEqualTo("at+jwt");
      assertThat(List.of("alg", "typ", "kid")).containsAll(read::fieldNames);
    }
  }
}
