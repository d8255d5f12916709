package com.nanospace.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nanospace.gateway.MovableClock;
import com.nanospace.gateway.TestTokens;
import com.nanospace.gateway.auth.SigningKeysTest.EdgeSettings;
import com.nanospace.gateway.proxy.Questions;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenCacheTest {

  private static final RsaJsonWebKey KEY = TestTokens.newKey();
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final Vertx vertx = Vertx.vertx();
  private final MovableClock clock = new MovableClock();
  private final WireMockServer identity =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private TokenCache cache;

  @BeforeEach
  void start() throws Exception {
    identity.start();
    identity.stubFor(
        WireMock.any(WireMock.anyUrl()).willReturn(WireMock.okJson(TestTokens.keySet(KEY))));
    EdgeSettings settings = new EdgeSettings();
    SigningKeys keys =
        new SigningKeys(
            vertx,
            new Questions(vertx),
            new TokenSettings(URI.create(identity.url("/"))),
            settings,
            clock);
    keys.find(KEY.getKeyId()).toCompletionStage().toCompletableFuture().get();
    cache = new TokenCache(settings, keys, clock);
  }

  @AfterEach
  void stop() throws Exception {
    identity.stop();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @Test
  void remembersATokenUntilItExpires() {
    Caller caller = new Caller("u", "s", Set.of("owner"), clock.instant().plus(LIFE));
    cache.remember("token", KEY.getKeyId(), caller);

    clock.advance(LIFE.minusSeconds(1));
    assertThat(cache.find("token")).contains(caller);
    assertThat(cache.find("token2")).isEmpty();

    clock.advance(Duration.ofSeconds(1));
    assertThat(cache.find("token")).isEmpty();
  }

  @Test
  void forgetsATokenWhoseKeyIsNotPublishedAnyMore() {
    Caller caller = new Caller("u", null, Set.of(), clock.instant().plus(LIFE));

    cache.remember("token", "withdrawn", caller);

    assertThat(cache.find("token")).isEmpty();
  }

  @Test
  void staysWithinItsBounds() {
    Caller caller = new Caller("u", null, Set.of(), clock.instant().plus(LIFE));
    int bound = new EdgeSettings().rememberedTokens();

    for (int i = 0; i < 10 * bound; i++) {
      cache.remember("token" + i, KEY.getKeyId(), caller);
    }

    assertThat(cache.size()).isLessThanOrEqualTo(bound);
  }
}
