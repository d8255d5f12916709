package com.nanospace.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

  private static final RsaJsonWebKey KEY = TestTokens.newKey();
  private static final RSAPublicKey PUBLIC = KEY.getRsaPublicKey();

  private final TokenVerifier verifier =
      new TokenVerifier(TestTokens.RULES, new CheckSettings(), Clock.systemUTC());

  @Test
  void findsTheHolderOfAValidToken() {
    JwtClaims claims = TestTokens.claims("owner");
    String token = sign(claims);

    assertThat(verifier.parse(token).map(ClaimedToken::keyId)).contains(KEY.getKeyId());
    assertThat(verified(token))
        .hasValueSatisfying(
            found -> {
              assertThat(found.userId()).hasToString(claims.getClaimValueAsString("sub"));
              assertThat(found.sessionId()).hasToString(claims.getClaimValueAsString("sid"));
              assertThat(found.groups()).containsExactly("owner");
            });
  }

  /** The library's decoder drops a letter that is no octet; so a part may not have one. */
  @ParameterizedTest
  @ValueSource(strings = {"A", "AAAAA", "AB", "AAB"})
  void takesEachPartInOneSpellingOnly(String signature) {
    String unsigned = sign(TestTokens.claims("owner")).replaceFirst("[^.]+$", "");

    assertThat(verifier.parse(unsigned + "AAAA")).isPresent();
    assertThat(verifier.parse(unsigned + signature)).isEmpty();
  }

  @Test
  void acceptsATokenUntilItExpiresAndNotAfter() {
    String token = sign(TestTokens.claims("customer"));
    Instant expiry = verified(token).orElseThrow().expiresAt();

    assertThat(verified(at(expiry.minusSeconds(1)), token)).isPresent();
    assertThat(verified(at(expiry.plusSeconds(1)), token)).isEmpty();
  }

  static Stream<Arguments> wrongClaims() {
    return Stream.of(
        wrong("another issuer", claims -> claims.setIssuer("https://evil.example")),
        wrong("no issuer", claims -> claims.unsetClaim("iss")),
        wrong("another audience", claims -> claims.setAudience("other")),
        wrong("no audience", claims -> claims.unsetClaim("aud")),
        wrong("no subject", claims -> claims.unsetClaim("sub")),
        wrong("no expiry", claims -> claims.unsetClaim("exp")),
        wrong("expired", claims -> claims.setExpirationTime(secondsFromNow(-60))),
        wrong("not yet valid", claims -> claims.setNotBefore(secondsFromNow(3_600))),
        wrong("an expiry that is no number", claims -> claims.setClaim("exp", "tomorrow")),
        wrong("groups that are no list", claims -> claims.setClaim("groups", 7)),
        wrong("a session that is no text", claims -> claims.setClaim("sid", 7)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongClaims")
  void refusesWrongClaims(String what, Consumer<JwtClaims> spoil) {
    JwtClaims claims = TestTokens.claims("admin");
    spoil.accept(claims);

    assertThat(verified(sign(claims))).isEmpty();
  }

  @Test
  void refusesTheSignatureOfAnotherKey() {
    RsaJsonWebKey other = TestTokens.newKey();
    other.setKeyId(KEY.getKeyId());

    String token = TestTokens.sign(TestTokens.claims("admin"), other, "at+jwt");

    assertThat(verified(token)).isEmpty();
  }

  @Test
  void refusesAnotherKindOfToken() {
    String token = TestTokens.sign(TestTokens.claims("admin"), KEY, "JWT");

    assertThat(verified(token)).isEmpty();
  }

  @Test
  void refusesAnUnsignedToken() {
    String header =
        encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(KEY.getKeyId()));

    String token = header + "." + encoded(TestTokens.claims("admin").toJson()) + ".";

    assertThat(verified(token)).isEmpty();
  }

  @Test
  void refusesAnHmacMadeWithThePublicKey() throws JoseException {
    JsonWebSignature signed = new JsonWebSignature();
    signed.setPayload(TestTokens.claims("admin").toJson());
    signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    signed.setKeyIdHeaderValue(KEY.getKeyId());
    signed.setHeader("typ", "at+jwt");
    signed.setKey(new HmacKey(PUBLIC.getEncoded()));

    assertThat(verified(signed.getCompactSerialization())).isEmpty();
  }

  @Test
  void refusesAnotherRsaAlgorithm() throws JoseException {
    JsonWebSignature signed = new JsonWebSignature();
    signed.setPayload(TestTokens.claims("admin").toJson());
    signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_PSS_USING_SHA256);
    signed.setKeyIdHeaderValue(KEY.getKeyId());
    signed.setHeader("typ", "at+jwt");
    signed.setKey(KEY.getPrivateKey());

    assertThat(verified(signed.getCompactSerialization())).isEmpty();
  }

  @Test
  void ignoresAKeyThatTheTokenBringsAlong() throws JoseException {
    RsaJsonWebKey own = TestTokens.newKey();
    JsonWebSignature signed = new JsonWebSignature();
    signed.setPayload(TestTokens.claims("admin").toJson());
    signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signed.setKeyIdHeaderValue(KEY.getKeyId());
    signed.setHeader("typ", "at+jwt");
    signed.getHeaders().setJwkHeaderValue("jwk", own);
    signed.setKey(own.getPrivateKey());

    assertThat(verified(signed.getCompactSerialization())).isEmpty();
  }

  @Test
  void refusesATokenThatWasAltered() {
    String[] parts = sign(TestTokens.claims("customer")).split("\\.");

    String forged = parts[0] + "." + encoded(TestTokens.claims("admin").toJson()) + "." + parts[2];

    assertThat(verified(forged)).isEmpty();
  }

  @Property
  void neverFailsOnWhatIsNoToken(@ForAll("scraps") String text) {
    assertThat(verified(text)).isEmpty();
  }

  @Provide
  Arbitrary<String> scraps() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.strings().withChars("abcAZ09-_.=+/~").ofMaxLength(12),
            Arbitraries.of(
                    "{}",
                    "{\"alg\":\"RS256\"}",
                    "{\"alg\":\"RS256\",\"alg\":\"none\"}",
                    "{\"alg\":7,\"kid\":[]}",
                    "{\"alg\":\"RS256\",\"kid\":{},\"typ\":\"at+jwt\"}",
                    "{\"alg\":\"RS256\",\"crit\":[\"x\"],\"x\":1}",
                    "[".repeat(2_000),
                    "\"\"",
                    "null")
                .map(TokenVerifierTest::encoded));
    return pieces.list().ofMaxSize(6).map(list -> String.join(".", list));
  }

  private static String sign(JwtClaims claims) {
    return TestTokens.sign(claims, KEY, "at+jwt");
  }

  private static Arguments wrong(String what, Consumer<JwtClaims> spoil) {
    return Arguments.of(what, spoil);
  }

  private static NumericDate secondsFromNow(long seconds) {
    return NumericDate.fromSeconds(Instant.now().getEpochSecond() + seconds);
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<AccessToken> verified(String token) {
    return verified(verifier, token);
  }

  private static Optional<AccessToken> verified(TokenVerifier verifier, String token) {
    return verifier.parse(token).flatMap(claimed -> verifier.verify(claimed, PUBLIC));
  }

  private static TokenVerifier at(Instant instant) {
    return new TokenVerifier(
        TestTokens.RULES, new CheckSettings(), Clock.fixed(instant, ZoneOffset.UTC));
  }
}
