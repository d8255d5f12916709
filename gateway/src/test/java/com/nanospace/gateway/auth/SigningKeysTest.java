package com.nanospace.gateway.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nanospace.gateway.MovableClock;
import com.nanospace.gateway.TestTokens;
import com.nanospace.gateway.edge.Refusal;
import com.nanospace.gateway.proxy.Questions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

  private static final RsaJsonWebKey KEY = TestTokens.newKey();
  private static final RsaJsonWebKey NEXT = TestTokens.newKey();

  private final Vertx vertx = Vertx.vertx();
  private final WireMockServer identity = started();
  private final MovableClock clock = new MovableClock();
  private final EdgeSettings settings = new EdgeSettings();
  private final SigningKeys keys =
      new SigningKeys(
          vertx,
          new Questions(vertx),
          new TokenSettings(URI.create(identity.url("/.well-known/jwks.json"))),
          settings,
          clock);

  @AfterEach
  void stop() throws Exception {
    identity.stop();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @Test
  void fetchesTheKeysOnceForAllWhoAskAtTheSameTime() {
    publish(KEY);

    List<Future<Optional<RSAPublicKey>>> found =
        IntStream.range(0, 20).mapToObj(i -> keys.find(KEY.getKeyId())).toList();

    assertThat(found).allSatisfy(key -> assertThat(result(key)).contains(KEY.getRsaPublicKey()));
    assertThat(fetches()).isEqualTo(1);
  }

  @Test
  void asksAgainForAnUnknownKeyButNotMoreOftenThanAllowed() {
    publish(KEY);
    assertThat(result(keys.find(KEY.getKeyId()))).isPresent();
    publish(KEY, NEXT);

    assertThat(result(keys.find(NEXT.getKeyId()))).isEmpty();
    assertThat(result(keys.find("made-up"))).isEmpty();
    assertThat(fetches()).isEqualTo(1);

    clock.advance(settings.betweenFetches());
    assertThat(result(keys.find(NEXT.getKeyId()))).contains(NEXT.getRsaPublicKey());
    assertThat(fetches()).isEqualTo(2);
  }

  @Test
  void keepsItsKeysWhileIdentityIsAway() {
    publish(KEY);
    assertThat(result(keys.find(KEY.getKeyId()))).isPresent();
    identity.stubFor(any(anyUrl()).willReturn(serverError()));
    clock.advance(settings.keysFreshFor().multipliedBy(3));

    assertThat(result(keys.find(KEY.getKeyId()))).isPresent();
    assertThat(result(keys.find("unknown"))).isEmpty();
    assertThat(keys.knows(KEY.getKeyId())).isTrue();
  }

  @Test
  void learnsInTheBackgroundThatAKeyWasWithdrawn() {
    publish(KEY);
    assertThat(result(keys.find(KEY.getKeyId()))).isPresent();
    publish(NEXT);
    clock.advance(settings.keysFreshFor());

    assertThat(result(keys.find(KEY.getKeyId()))).isPresent();
    Awaitility.await().until(() -> keys.knows(NEXT.getKeyId()));

    assertThat(keys.knows(KEY.getKeyId())).isFalse();
  }

  @Test
  void refusesWithRetryAfterWhenNoKeyIsKnownAtAll() {
    identity.stubFor(
        any(anyUrl()).willReturn(okJson("{}").withFault(Fault.CONNECTION_RESET_BY_PEER)));

    assertThatThrownBy(() -> result(keys.find(KEY.getKeyId())))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.error().status()).isEqualTo(503);
              assertThat(refusal.headers()).containsKey("retry-after");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AA\"}]}"})
  void doesNotForgetItsKeysForAnAnswerWithoutAny(String answer) {
    publish(KEY);
    assertThat(result(keys.find(KEY.getKeyId()))).isPresent();
    identity.stubFor(any(anyUrl()).willReturn(okJson(answer)));
    clock.advance(settings.betweenFetches());

    assertThat(result(keys.find("unknown"))).isEmpty();

    assertThat(fetches()).isEqualTo(2);
    assertThat(keys.knows(KEY.getKeyId())).isTrue();
  }

  private void publish(RsaJsonWebKey... published) {
    identity.stubFor(any(anyUrl()).willReturn(okJson(TestTokens.keySet(published))));
  }

  private int fetches() {
    return identity.getAllServeEvents().size();
  }

  private static Optional<RSAPublicKey> result(Future<Optional<RSAPublicKey>> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Refusal refusal ? refusal : new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static WireMockServer started() {
    WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
    return server;
  }

  /** The defaults, with more patience: the machine that runs the tests may be busy. */
  record EdgeSettings(
      int rememberedTokens, Duration keysFreshFor, Duration betweenFetches, Duration fetchTimeout)
      implements EdgeConfig {

    EdgeSettings() {
      this(100, Duration.ofMinutes(5), Duration.ofSeconds(3), Duration.ofSeconds(30));
    }
  }
}
