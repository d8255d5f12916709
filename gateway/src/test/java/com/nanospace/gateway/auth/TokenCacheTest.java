package com.nanospace.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.token.CheckSettings;
import com.nanospace.token.EndedSessions;
import com.nanospace.token.MovableClock;
import com.nanospace.token.TestTokens;
import com.nanospace.token.VerificationKeys;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenCacheTest {

  private static final RsaJsonWebKey KEY = TestTokens.newKey();
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final int BOUND = 100;

  private final MovableClock clock = new MovableClock();
  private final CheckSettings settings = new CheckSettings();
  private final VerificationKeys keys =
      new VerificationKeys(
          () -> CompletableFuture.completedFuture(TestTokens.keySet(KEY)), settings, clock);
  private final EndedSessions ended = new EndedSessions(TestTokens.RULES, settings);
  private final TokenCache cache = new TokenCache(() -> BOUND, keys, ended, clock);

  @BeforeEach
  void fetchKeys() {
    keys.find(KEY.getKeyId()).toCompletableFuture().join();
  }

  @Test
  void remembersATokenUntilItExpires() {
    Caller caller = caller();
    cache.remember("token", KEY.getKeyId(), caller);

    clock.advance(LIFE.minusSeconds(1));
    assertThat(cache.find("token")).contains(caller);
    assertThat(cache.find("token2")).isEmpty();

    clock.advance(Duration.ofSeconds(1));
    assertThat(cache.find("token")).isEmpty();
  }

  @Test
  void forgetsATokenWhoseKeyIsNotPublishedAnyMore() {
    cache.remember("token", "withdrawn", caller());

    assertThat(cache.find("token")).isEmpty();
  }

  @Test
  void forgetsATokenWhoseSessionEnds() {
    Caller caller = caller();
    cache.remember("token", KEY.getKeyId(), caller);

    ended.add(caller.sessionId());

    assertThat(cache.find("token")).isEmpty();
  }

  @Test
  void staysWithinItsBounds() {
    Caller caller = caller();

    for (int i = 0; i < 10 * BOUND; i++) {
      cache.remember("token" + i, KEY.getKeyId(), caller);
    }

    assertThat(cache.size()).isLessThanOrEqualTo(BOUND);
  }

  private Caller caller() {
    return new Caller(
        UUID.randomUUID(), UUID.randomUUID(), Set.of("owner"), clock.instant().plus(LIFE));
  }
}
