package com.nanospace.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationKeysTest {

  private static final RsaJsonWebKey KEY = TestTokens.newKey();
  private static final RsaJsonWebKey NEXT = TestTokens.newKey();

  private final CheckSettings settings = new CheckSettings();
  private final MovableClock clock = new MovableClock();
  private final VerificationKeys keys = new VerificationKeys(this::answer, settings, clock);

  private CompletableFuture<String> answer = new CompletableFuture<>();
  private int fetches;

  @Test
  void fetchesTheKeysOnceForAllWhoAskAtTheSameTime() {
    List<CompletionStage<Optional<RSAPublicKey>>> found =
        IntStream.range(0, 20).mapToObj(i -> keys.find(KEY.getKeyId())).toList();

    answer.complete(TestTokens.keySet(KEY));

    assertThat(found).allSatisfy(key -> assertThat(result(key)).contains(KEY.getRsaPublicKey()));
    assertThat(fetches).isEqualTo(1);
  }

  @Test
  void asksAgainForAnUnknownKeyButNotMoreOftenThanAllowed() {
    publish(KEY);
    assertThat(find(KEY.getKeyId())).isPresent();
    publish(KEY, NEXT);

    assertThat(find(NEXT.getKeyId())).isEmpty();
    assertThat(find("made-up")).isEmpty();
    assertThat(fetches).isEqualTo(1);

    clock.advance(settings.betweenFetches());
    assertThat(find(NEXT.getKeyId())).contains(NEXT.getRsaPublicKey());
    assertThat(fetches).isEqualTo(2);
  }

  @Test
  void keepsItsKeysWhileIdentityIsAway() {
    publish(KEY);
    assertThat(find(KEY.getKeyId())).isPresent();
    goAway();
    clock.advance(settings.keysFreshFor().multipliedBy(3));

    assertThat(find(KEY.getKeyId())).isPresent();
    assertThat(keys.knows(KEY.getKeyId())).isTrue();
  }

  @Test
  void doesNotCallATokenBadWhoseKeyItCannotAskFor() {
    publish(KEY);
    assertThat(find(KEY.getKeyId())).isPresent();
    goAway();
    clock.advance(settings.betweenFetches());

    assertThatThrownBy(() -> find(NEXT.getKeyId())).hasCauseInstanceOf(KeysAway.class);
    assertThatThrownBy(() -> find(NEXT.getKeyId())).hasCauseInstanceOf(KeysAway.class);
    assertThat(fetches).isEqualTo(2);

    publish(KEY, NEXT);
    clock.advance(settings.betweenFetches());
    assertThat(find(NEXT.getKeyId())).isPresent();
  }

  @Test
  void learnsThatAKeyWasWithdrawn() {
    publish(KEY);
    assertThat(find(KEY.getKeyId())).isPresent();
    publish(NEXT);
    clock.advance(settings.keysFreshFor());

    assertThat(find(KEY.getKeyId())).isPresent();

    assertThat(keys.knows(NEXT.getKeyId())).isTrue();
    assertThat(keys.knows(KEY.getKeyId())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AA\"}]}"})
  void doesNotForgetItsKeysForAnAnswerWithoutAny(String nothing) {
    publish(KEY);
    assertThat(find(KEY.getKeyId())).isPresent();
    answer = CompletableFuture.completedFuture(nothing);
    clock.advance(settings.betweenFetches());

    assertThatThrownBy(() -> find("unknown")).hasCauseInstanceOf(KeysAway.class);

    assertThat(fetches).isEqualTo(2);
    assertThat(keys.knows(KEY.getKeyId())).isTrue();
  }

  private CompletionStage<String> answer() {
    fetches++;
    return answer;
  }

  private void publish(RsaJsonWebKey... published) {
    answer = CompletableFuture.completedFuture(TestTokens.keySet(published));
  }

  private void goAway() {
    answer = CompletableFuture.failedFuture(new IllegalStateException("away"));
  }

  private Optional<RSAPublicKey> find(String id) {
    return result(keys.find(id));
  }

  private static Optional<RSAPublicKey> result(CompletionStage<Optional<RSAPublicKey>> key) {
    return key.toCompletableFuture().join();
  }
}
